import Testing

@testable import Transports

@Suite("A returned mail")
struct BounceReportTests {
    private static func mail(
        type: String = "multipart/report; report-type=delivery-status;\r\n boundary=\"B/1\"",
        recipient: String = """
        Final-Recipient: rfc822; piotr@piekarnia.example\r
        Action: failed\r
        Status: 5.1.1\r
        Diagnostic-Code: smtp; 550 5.1.1 nobody of\r
         that name here\r

        """
    ) -> [UInt8] {
        let text = """
            From: MAILER-DAEMON@lis.example\r
            Subject: Undelivered\r
            MIME-Version: 1.0\r
            Content-Type: \(type)\r
            \r
            --B/1\r
            Content-Type: text/plain\r
            \r
            I am sorry.\r
            \r
            --B/1\r
            Content-Type: message/delivery-status\r
            \r
            Reporting-MTA: dns; lis.example\r
            \r
            \(recipient)\r
            --B/1\r
            Content-Type: message/rfc822\r
            \r
            Subject: private\r
            \r
            Final-Recipient: rfc822; wrong@zli.example\r
            --B/1--\r

            """
        return Array(text.utf8)
    }

    @Test("Says who did not get the mail, why, and in the server's words")
    func read() {
        let report = BounceReport(Self.mail())
        #expect(
            report?.recipients == [
                .init(
                    address: "piotr@piekarnia.example", action: .failed, status: "5.1.1",
                    words: "550 5.1.1 nobody of that name here")
            ])
        #expect(report?.recipients.first?.isForGood == true)
    }

    @Test("Says that a mail is only late")
    func late() {
        let late = "Final-Recipient: rfc822;a@b.example\r\nAction: delayed\r\nStatus: 4.4.1\r\n"
        let report = BounceReport(Self.mail(recipient: late))
        #expect(report?.recipients.first?.action == .delayed && report?.recipients.first?.isForGood == false)
    }

    @Test(
        "Is nothing where it is no report of a delivery",
        arguments: [
            "text/plain", "multipart/mixed; boundary=\"B/1\"", "multipart/report; boundary=\"B/1\"",
            "multipart/report; report-type=feedback-report; boundary=\"B/1\"",
            "multipart/report; report-type=delivery-status",
            "multipart/report; report-type=delivery-status; boundary=x",
        ])
    func otherMail(type: String) { #expect(BounceReport(Self.mail(type: type)) == nil) }

    @Test(
        "Is nothing where it does not say for whom, what or why",
        arguments: [
            "", "Action: failed\r\nStatus: 5.1.1\r\n", "Final-Recipient: rfc822; a@b.example\r\nStatus: 5.1.1\r\n",
            "Final-Recipient: rfc822; a@b.example\r\nAction: exploded\r\nStatus: 5.1.1\r\n",
            "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 9.1.1\r\n",
            "Final-Recipient: a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n",
        ])
    func incomplete(recipient: String) { #expect(BounceReport(Self.mail(recipient: recipient)) == nil) }

    @Test("Is read up to a limit, whatever it is made of")
    func large() {
        #expect(BounceReport([]) == nil)
        #expect(BounceReport([UInt8](repeating: 0x0A, count: 2_000_000)) == nil)
        #expect(BounceReport([UInt8](repeating: 0xFF, count: 2_000_000)) == nil)
        let many = String(
            repeating: "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n", count: 500)
        #expect(BounceReport(Self.mail(recipient: many))?.recipients.count == 20)
    }
}
