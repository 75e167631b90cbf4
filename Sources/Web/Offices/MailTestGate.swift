import Models
import Synchronization

/// Lets one test of the mail settings run at a time: each opens a connection to whatever was typed.
final class MailTestGate: Sendable {
    private let isRunning = Mutex(false)

    /// - Throws: `Invalid` while another one runs.
    func run<Value: Sendable>(_ test: @Sendable () async -> Value) async throws -> Value {
        let mayRun = isRunning.withLock { isRunning in
            defer { isRunning = true }
            return !isRunning
        }
        guard mayRun else { throw Invalid("test", "errors.mailTestRunning") }
        defer { isRunning.withLock { $0 = false } }
        return await test()
    }
}

extension Portal {
    /// Whether mail can be sent, through the server of the settings or through the one from outside.
    func mailReadiness(_ settings: MailSettings?, _ office: Office) throws -> MailReadiness {
        MailReadiness(
            settings, office, given: self.settings.relay, authorities: self.settings.mailAuthorities,
            key: try sealing.find())
    }
}
