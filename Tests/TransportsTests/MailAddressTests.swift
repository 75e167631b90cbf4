import Foundation
import Testing

@testable import Transports

@Suite("An address of a mail")
struct MailAddressTests {
    @Test(
        "Is taken as people have them", arguments: ["a@b.pl", "anna.lis+vat@biuro.lis.example", "o'neil_7@x-y.co.il"])
    func taken(text: String) { #expect(MailAddress(text)?.text == text) }

    @Test(
        "Is refused where it could be two, a command, or written in other letters",
        arguments: [
            "", "anna", "@b.pl", "anna@", "anna@b", "a@b.pl,c@d.pl", "a@b.pl> SIZE=1", "a@b.pl>\r\nRCPT TO:<c@d.pl",
            "<a@b.pl>", "a b@c.pl", "\"a b\"@c.pl", "a..b@c.pl", ".a@c.pl", "a.@c.pl", "żółw@b.pl", "a@żółw.pl",
            "a@-b.pl", "a@b-.pl", "a@b..pl", "a@b.pl.", "a@[127.0.0.1]", "a@b_c.pl", "a(x)@b.pl",
            String(repeating: "a", count: 65) + "@b.pl", "a@" + String(repeating: "b.", count: 130) + "pl",
        ])
    func refused(text: String) { #expect(MailAddress(text) == nil) }
}

@Suite("The address of a returned mail")
struct BounceAddressTests {
    private let bounces = BounceAddress(
        mailbox: TestMail.address("zwroty@lis.example"), key: Data(repeating: 7, count: 32))

    @Test("Names its mail, whatever the case of its letters")
    func named() throws {
        let bounces = try #require(bounces)
        for mail: Int64 in [1, 70_000, .max] {
            let address = try #require(bounces.address(of: mail))
            #expect(address.text.hasPrefix("zwroty+\(mail)-"))
            #expect(bounces.mail(of: address.text) == mail)
            #expect(bounces.mail(of: address.text.uppercased()) == mail)
        }
    }

    @Test("Of anybody else is not believed: another mail, another office, another key, no code")
    func forged() throws {
        let bounces = try #require(bounces)
        let code = try #require(bounces.address(of: 7)?.text.split(separator: "-")[1].prefix(16))
        let forged = [
            "zwroty+8-\(code)@lis.example", "zwroty+7-\(code)@zli.example", "zwroty+7-@lis.example",
            "zwroty+07-\(code)@lis.example", "zwroty+-7-\(code)@lis.example", "zwroty@lis.example", "",
            "zwroty+7-\(String(repeating: "0", count: 16))@lis.example", "zwroty+7-\(code)0@lis.example",
            "zwroty+7-\(code)@lis.example@zli.example", "zwrotyy+7-\(code)@lis.example",
        ]
        for address in forged { #expect(bounces.mail(of: address) == nil, "\(address)") }
        let other = BounceAddress(mailbox: TestMail.address("zwroty@lis.example"), key: Data(repeating: 8, count: 32))
        #expect(other?.mail(of: "zwroty+7-\(code)@lis.example") == nil)
        #expect(bounces.mail(of: "zwroty+7-\(code)@lis.example") == 7)
    }
}
