import CCurl
import Testing

@testable import Transports

@Suite("What a mail server says")
struct SMTPReplyTests {
    private static func reply(_ line: String) -> SMTPReply? { SMTPReply(Array(line.utf8)) }

    @Test("Is read with its code, its status and its words")
    func read() {
        #expect(Self.reply("550 5.1.1 No such user\r\n") == SMTPReply(code: 550, status: "5.1.1", text: "No such user"))
        #expect(Self.reply("250-SIZE 100\r\n") == SMTPReply(code: 250, text: "SIZE 100"))
        #expect(Self.reply("250") == SMTPReply(code: 250, text: ""))
        // A status of another kind is a word.
        #expect(Self.reply("550 4.1.1 x") == SMTPReply(code: 550, text: "4.1.1 x"))
        #expect(Self.reply("550 5.1 x") == SMTPReply(code: 550, text: "5.1 x"))
    }

    @Test("Is shown without its control characters, and cut")
    func cut() {
        #expect(Self.reply("550 a\u{1B}[31m\tb\u{0}\r\n")?.text == "a[31mb")
        #expect((Self.reply("550 " + String(repeating: "ż", count: 1000))?.text.utf8.count ?? 0) <= 240)
        let long = SMTPReply(code: 550, text: String(repeating: "x", count: 200))
        #expect(long.joined(long).text.utf8.count == 240)
    }

    @Test(
        "Is none where it begins otherwise",
        arguments: ["", "25", "HTTP/1.1 200 OK", "SSH-2.0-x", "999 x", "150 x", "25x y", "2500 x", "\u{0}\u{0}\u{0}"])
    func foreign(line: String) { #expect(Self.reply(line) == nil) }

    @Test("Is not confused by a password that begins like a command")
    func password() {
        let dialogue = SMTPDialogue()
        func client(_ line: String) { Array("\(line)\r\n".utf8).withUnsafeBytes { dialogue.sent($0) } }
        func server(_ line: String) { Array("\(line)\r\n".utf8).withUnsafeBytes { dialogue.came($0) } }
        client("EHLO lis.example")
        server("250-AUTH PLAIN LOGIN")
        server("250 SIZE")
        #expect(dialogue.asksForPassword)
        client("AUTH PLAIN")
        server("334 ")
        client("MAIL0123456789==")
        server("535 5.7.8 no")
        client("QUIT")
        server("221 bye")
        #expect(
            dialogue.result(CURLE_LOGIN_DENIED, verification: 0)
                == .failed(MailFailure(.passwordRefused, SMTPReply(code: 535, status: "5.7.8", text: "no"))))
    }

    @Test(
        "Of a certificate is told apart: the name, the time, who signed it",
        arguments: [
            (0, MailFailure.Reason.certificateName), (1, .certificateName), (62, .certificateName),
            (9, .certificateExpired),
            (10, .certificateExpired), (18, .certificateIssuer), (19, .certificateIssuer), (20, .certificateIssuer),
            (21, .certificateIssuer),
        ])
    func certificate(number: Int, reason: MailFailure.Reason) {
        let result = SMTPDialogue().result(CURLE_PEER_FAILED_VERIFICATION, verification: number)
        #expect(result == .failed(MailFailure(reason)))
    }
}
