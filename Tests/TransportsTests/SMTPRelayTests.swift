import Testing

@testable import Transports

@Suite("A mail server's address")
struct SMTPRelayTests {
    @Test("Is read from one line, with what is usual where it says nothing")
    func read() {
        #expect(
            SMTPRelay(url: "smtp://anna:haslo@smtp.biuro.example:2525")
                == SMTPRelay(
                    host: "smtp.biuro.example", port: 2525, security: .startTLS, user: "anna", password: "haslo"))
        #expect(SMTPRelay(url: "smtp://smtp.biuro.example")?.port == 587)
        #expect(
            SMTPRelay(url: "smtps://smtp.biuro.example")
                == SMTPRelay(host: "smtp.biuro.example", port: 465, security: .tls))
        #expect(SMTPRelay(url: "smtp://127.0.0.1:1025")?.security == SMTPRelay.Security.none)
        #expect(SMTPRelay(url: "smtp://[::1]:1025")?.host == "::1")
        #expect(SMTPRelay(url: "smtps://biuro%40lis.example:a%3Ab%2Fc@poczta.example")?.user == "biuro@lis.example")
        #expect(SMTPRelay(url: "smtps://biuro%40lis.example:a%3Ab%2Fc@poczta.example")?.password == "a:b/c")
    }

    @Test(
        "Is refused where it is none",
        arguments: [
            "", "smtp.biuro.example", "http://smtp.biuro.example", "smtp://", "smtp://a/b", "smtp://a?x=1",
            "smtp://a:0",
            "smtp://a:70000", "smtp://a b", "smtp://a:b%0Ac@host.example", "smtp://-a.example",
        ])
    func refused(url: String) { #expect(SMTPRelay(url: url) == nil) }

    @Test("Is this machine's own only by the names that it always has")
    func local() {
        for host in ["localhost", "LOCALHOST", "127.0.0.1", "127.8.8.8", "::1"] { #expect(SMTPRelay.isLocal(host)) }
        for host in ["localhost.example", "127.0.0.1.example", "127.0.0", "10.0.0.1", "0.0.0.0", "::2", ""] {
            #expect(!SMTPRelay.isLocal(host), "\(host)")
        }
    }
}
