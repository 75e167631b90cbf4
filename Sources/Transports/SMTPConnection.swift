import CCurl
import Foundation
import Synchronization

/// A connection to a mail server, kept for the mails that follow, which waits for it in an order of its own: never on
/// the threads that serve requests.
package final class SMTPConnection: Sendable {
    /// How long a server may take.
    package struct Patience: Sendable {
        package var connecting: Duration = .seconds(15)
        /// For one mail, with everything before it.
        package var whole: Duration = .seconds(120)
        /// Without a byte in either direction.
        package var silence: Duration = .seconds(60)

        package init() {}

        /// For somebody who waits for the answer.
        package static var short: Patience {
            var patience = Patience()
            (patience.connecting, patience.whole, patience.silence) = (.seconds(8), .seconds(20), .seconds(15))
            return patience
        }
    }

    private let handle: Handle
    private let turns: OperationQueue

    package init(_ relay: SMTPRelay, patience: Patience = Patience()) {
        handle = Handle(SMTPTransfer(relay, patience))
        turns = OperationQueue()
        turns.name = "mail"
        turns.maxConcurrentOperationCount = 1
    }

    deinit {
        // Saying goodbye may take a while.
        turns.addOperation { [handle] in withExtendedLifetime(handle) {} }
    }

    /// Hands one mail over, to one recipient.
    package func send(_ message: [UInt8], from sender: MailAddress, to recipient: MailAddress) async -> MailResult {
        await withCheckedContinuation { continuation in
            turns.addOperation { [handle] in
                continuation.resume(returning: handle.transfer.withLock { $0.send(message, sender, recipient) })
            }
        }
    }

    /// Curl's handle serves one thread at a time.
    private final class Handle: Sendable {
        let transfer: Mutex<SMTPTransfer>
        init(_ transfer: sending SMTPTransfer) { self.transfer = Mutex(transfer) }
    }
}
