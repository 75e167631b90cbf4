import Foundation
import Models

/// A command's request to an office. It runs inside the one process that holds the data folder: this one
/// when nobody does, else the server, which hears of it through its socket. So a request travels as JSON.
///
/// To add one: a type like `StaffRequest`, its line in `AdminRequests.all`, and a command that calls `AdminClient.run`.
protocol AdminRequest: Codable, Sendable {
    /// Its name on the way to the server.
    static var name: String { get }

    /// Does it. What it says comes out at the terminal of the command, wherever this runs; an error ends the command
    /// with status 1 and its description.
    func run(in context: AdminContext) async throws
}

/// The office and the means that a request works with.
struct AdminContext: Sendable {
    let office: OpenedOffice
    let settings: Settings
    /// The port that the office is served on; nothing when it is not being served.
    let port: Int?
    let answers: any Answers
    let now: Date
}

/// The command's side of a request, near or at the other end of the socket.
protocol Answers: BackupSink, Sendable {
    /// A line for standard output.
    func say(_ line: String) throws
    /// A line for standard error.
    func complain(_ line: String) throws
    /// Asks the command for the bytes of one of the files that it was given, by its place among them.
    func read(_ file: Int, _ body: (UnsafeRawBufferPointer) throws -> Void) throws
    /// Asks the command, after it has got the last file, what it has made of them.
    func receipt() throws -> BackupWriter.Receipt
}

enum AdminRequests {
    static let all: [any AdminRequest.Type] = [
        BackupRequest.self, DoctorRequest.self, FirmsImportRequest.self, LostFileRequest.self,
        StaffRequest.self, TaxImportRequest.self,
    ]
}

/// Work that waits for disks and sockets, on a thread of its own: those that serve requests are few.
enum Blocking {
    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "blocking").async { continuation.resume(with: Result { try work() }) }
        }
    }
}
