import Glibc
import Testing

@testable import Transports

@Suite("A connection to a mail server")
struct SMTPConnectionTests {
    private static func relay(_ server: ScriptedServer) -> SMTPRelay {
        SMTPRelay(host: "127.0.0.1", port: server.port, security: .none)
    }

    private static var patience: SMTPConnection.Patience {
        var patience = SMTPConnection.Patience()
        (patience.whole, patience.silence) = (.seconds(2), .seconds(2))
        return patience
    }

    private static func send(
        _ message: [UInt8]? = nil, with patience: SMTPConnection.Patience = .init(),
        _ script: @escaping ScriptedServer.Script
    ) async throws -> (result: MailResult, server: ScriptedServer) {
        let server = try ScriptedServer(script)
        defer { server.stop() }
        let connection = SMTPConnection(relay(server), patience: patience)
        let message = try message ?? TestMail.mail().bytes()
        return (await connection.send(message, from: TestMail.office, to: TestMail.client), server)
    }

    @Test("Hands over exactly the bytes of the mail, whatever dots stand in it")
    func bytes() async throws {
        let message = Array("Subject: x\r\n\r\n.\r\n..\r\n.a\r\n\r\n.\r\nend\r\n".utf8)
        let (result, server) = try await Self.send(message) { command, _ in ScriptedServer.polite(command) }
        #expect(result == .accepted(SMTPReply(code: 250, status: "2.0.0", text: "fine")))
        let stuffed = Array("Subject: x\r\n\r\n..\r\n...\r\n..a\r\n\r\n..\r\nend\r\n".utf8)
        #expect(server.mails == [stuffed])
        #expect(server.commands.contains("MAIL FROM:<biuro@lis.example> SIZE=\(message.count)"))
        #expect(server.commands.contains("RCPT TO:<piotr@piekarnia.example>"))
        #expect(server.commands.first == "EHLO lis.example")
    }

    @Test("Is kept for the mails that follow")
    func kept() async throws {
        let server = try ScriptedServer { command, _ in ScriptedServer.polite(command) }
        defer { server.stop() }
        let connection = SMTPConnection(Self.relay(server))
        for number in 1...5 {
            let message = try TestMail.mail("Mail \(number)").bytes()
            let result = await connection.send(message, from: TestMail.office, to: TestMail.client)
            #expect(result == .accepted(SMTPReply(code: 250, status: "2.0.0", text: "fine")))
        }
        #expect(server.mails.count == 5)
        // Curl leaves one that was idle for two minutes, as between two mails on a machine that is very busy.
        #expect(server.connections < 5)
    }

    @Test("Is made anew where the server has ended it meanwhile, without a mail lost or doubled")
    func ended() async throws {
        let server = try ScriptedServer { command, connection in
            // The first one hears no second mail.
            command.hasPrefix("MAIL") && connection == 1 ? nil : ScriptedServer.polite(command)
        }
        defer { server.stop() }
        let ended = try ScriptedServer { command, connection in ScriptedServer.polite(command) }
        defer { ended.stop() }
        let connection = SMTPConnection(Self.relay(server))
        let first = await connection.send(try TestMail.mail().bytes(), from: TestMail.office, to: TestMail.client)
        // On a connection of its own the first failure counts.
        #expect(first == .failed(MailFailure(.lostBefore)))
        let second = await connection.send(try TestMail.mail().bytes(), from: TestMail.office, to: TestMail.client)
        guard case .accepted = second else { Issue.record("\(second)"); return }
        #expect(server.mails.count == 1)
    }

    @Test("Tries a kept connection that says it is closing once more, on a new one")
    func closing() async throws {
        let server = try ScriptedServer { command, connection in
            if connection == 1, command == "." { return "250 ok" }
            if connection == 1, command.hasPrefix("MAIL"), command.contains("later") { return "421 closing" }
            return ScriptedServer.polite(command)
        }
        defer { server.stop() }
        let connection = SMTPConnection(Self.relay(server))
        let message = try TestMail.mail().bytes()
        _ = await connection.send(message, from: TestMail.office, to: TestMail.client)
        let later = await connection.send(message, from: TestMail.address("later@lis.example"), to: TestMail.client)
        guard case .accepted = later else { Issue.record("\(later)"); return }
        #expect(server.connections == 2)
        #expect(server.mails.count == 2)
    }

    @Test(
        "Names what the server refuses, and keeps its words",
        arguments: [
            ("", "554 5.7.1 go away", MailFailure.Reason.busy, MailFailure.Next.waitForServer),
            ("MAIL", "421 4.3.2 too many", .busy, .waitForServer),
            ("MAIL", "553 5.7.1 not yours", .senderRefused, .waitForServer),
            ("MAIL", "552 5.3.4 too big", .tooBig, .giveUp),
            ("MAIL", "530 5.7.0 sign in first", .passwordNotAsked, .waitForServer),
            ("RCPT", "550 5.1.1 nobody here", .recipientRefused, .giveUp),
            ("RCPT", "550 5.7.1 blocked", .recipientRefused, .giveUp),
            (
                "RCPT", "553 5.7.1 <a@b.pl>: Sender address rejected: not owned by user c", .senderRefused,
                .waitForServer
            ),
            ("RCPT", "553 5.7.1 <a@b.pl>: Sender address rejected: not logged in", .passwordNotAsked, .waitForServer),
            ("RCPT", "554 5.7.1 <c@d.pl>: Relay access denied", .passwordNotAsked, .waitForServer),
            ("RCPT", "451 4.2.1 later", .recipientRefused, .tryLater),
            ("DATA", "554 5.7.1 no", .refused, .giveUp),
            (".", "554 5.6.0 spam", .refused, .giveUp),
            (".", "452 4.3.1 full", .refused, .tryLater),
        ])
    func refusals(
        at place: String, saying words: String, reason: MailFailure.Reason, next: MailFailure.Next
    ) async throws {
        let (result, _) = try await Self.send { command, _ in
            let isPlace = place.isEmpty ? command.isEmpty : command.hasPrefix(place)
            return isPlace ? words : ScriptedServer.polite(command)
        }
        guard case .failed(let failure) = result else { Issue.record("\(result)"); return }
        #expect(failure.reason == reason)
        #expect(failure.reply?.line == words)
        #expect(failure.next == next)
    }

    @Test(
        "Says what is known of a mail when the connection breaks",
        arguments: [
            ("", MailFailure.Reason.cannotConnect), ("EHLO", .lostBefore), ("MAIL", .lostBefore), ("RCPT", .lostBefore),
            ("DATA", .lostBefore), (".", .lostAfter),
        ])
    func broken(at place: String, reason: MailFailure.Reason) async throws {
        let (result, _) = try await Self.send { command, _ in
            let isPlace = place.isEmpty ? command.isEmpty : command.hasPrefix(place)
            return isPlace ? nil : ScriptedServer.polite(command)
        }
        #expect(result == .failed(MailFailure(reason)))
    }

    @Test("Shows nothing of a service that is no mail server, and hangs up")
    func foreign() async throws {
        let (result, _) = try await Self.send { command, _ in
            command.isEmpty ? "HTTP/1.1 400 Bad Request\r\nServer: secret" : "more secrets"
        }
        #expect(result == .failed(MailFailure(.notMail)))
    }

    @Test("Listens to no more than a server has to say")
    func flood() async throws {
        let (result, _) = try await Self.send { command, _ in
            command.isEmpty
                ? String(repeating: "220-\(String(repeating: "x", count: 500))\r\n", count: 2000) + "220 x"
                : ScriptedServer.polite(command)
        }
        guard case .failed(let failure) = result else { Issue.record("\(result)"); return }
        #expect((failure.reply?.line.utf8.count ?? 0) < 300)
    }

    @Test("Waits for a silent server no longer than it is told, and says that the mail may have arrived after the dot")
    func silent() async throws {
        let holding = try await Self.send(with: Self.patience) { command, _ in
            if command.hasPrefix("RCPT") { Thread.sleep(4) }
            return ScriptedServer.polite(command)
        }
        #expect(holding.result == .failed(MailFailure(.tooSlow)))
        let late = try await Self.send(with: Self.patience) { command, _ in
            if command == "." { Thread.sleep(4) }
            return ScriptedServer.polite(command)
        }
        #expect(late.result == .failed(MailFailure(.lostAfter)))
    }

    @Test("Says nothing of a mail to a server without encryption, where encryption is asked for")
    func downgrade() async throws {
        let server = try ScriptedServer { command, _ in ScriptedServer.polite(command) }
        defer { server.stop() }
        let message = try TestMail.mail().bytes()
        for security in [SMTPRelay.Security.startTLS, .tls] {
            let relay = SMTPRelay(
                host: "127.0.0.1", port: server.port, security: security, user: "anna", password: "tajne")
            let result = await SMTPConnection(relay, patience: Self.patience).send(
                message, from: TestMail.office, to: TestMail.client)
            guard case .failed(let failure) = result else { Issue.record("\(result)"); return }
            #expect([.noEncryption, .encryptionFailed, .tooSlow].contains(failure.reason))
        }
        #expect(!server.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test("Without encryption goes to this machine alone")
    func plainElsewhere() async throws {
        let relay = SMTPRelay(host: "192.0.2.1", port: 25, security: .none)
        let result = await SMTPConnection(relay, patience: Self.patience).send(
            try TestMail.mail().bytes(), from: TestMail.office, to: TestMail.client)
        #expect(result == .failed(MailFailure(.noEncryption)))
    }

    @Test("Says where the server does not ask for the password that was typed")
    func passwordNotAsked() async throws {
        let server = try ScriptedServer { command, _ in
            command.hasPrefix("RCPT") ? "554 5.7.1 Relay access denied" : ScriptedServer.polite(command)
        }
        defer { server.stop() }
        var relay = Self.relay(server)
        (relay.user, relay.password) = ("anna", "tajne")
        let result = await SMTPConnection(relay).send(
            try TestMail.mail().bytes(), from: TestMail.office, to: TestMail.client)
        guard case .failed(let failure) = result else { Issue.record("\(result)"); return }
        #expect(failure.reason == .passwordNotAsked)
    }

    @Test("Names a host that nobody knows, and a port where nobody listens")
    func nobody() async throws {
        let message = try TestMail.mail().bytes()
        let unknown = SMTPRelay(host: "poczta.invalid", port: 587, security: .startTLS)
        var result = await SMTPConnection(unknown).send(message, from: TestMail.office, to: TestMail.client)
        #expect(result == .failed(MailFailure(.nameNotFound)))
        let server = try ScriptedServer { _, _ in nil }
        let relay = Self.relay(server)
        server.stop()
        result = await SMTPConnection(relay).send(message, from: TestMail.office, to: TestMail.client)
        #expect(result == .failed(MailFailure(.cannotConnect)))
    }

    @Test(
        "Sends nothing that could be a mail or a command of its own",
        arguments: [
            "a\nb\r\n", "a\rb\r\n", "a", "a\r\n.\n", "a\u{0}\r\n", "ż\r\n",
            String(repeating: "x", count: 1200) + "\r\n",
        ])
    func unsafe(bytes: String) async throws {
        let (result, server) = try await Self.send(Array(bytes.utf8)) { command, _ in ScriptedServer.polite(command) }
        #expect(result == .failed(MailFailure(.unwritable)))
        #expect(server.connections == 0)
    }
}

private enum Thread {
    static func sleep(_ seconds: UInt32) { Glibc.sleep(seconds) }
}
