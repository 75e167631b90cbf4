import Foundation
import Models

/// Runs a request for a command: here when nobody holds the folder, else in the server that does.
enum AdminClient {
    /// - Parameters:
    ///   - writer: takes the files of a backup.
    ///   - files: what the request may read; the server can ask for no others.
    /// - Throws: what the request throws; `DataFolderError` when another process holds the folder and is no server.
    static func run(_ request: some AdminRequest, data: String, writer: BackupWriter? = nil, files: [String] = [])
        async throws
    {
        guard DataFolder.hasOffice(data) else {
            throw SettingError("--data: \(data) holds no office; name the folder of one")
        }
        let answers = NearAnswers(writer: writer, files: files)
        do {
            let settings = try await Settings.read(data: data)
            let office = try OpenedOffice(data, floor: settings.diskFloor)
            try await request.run(
                in: AdminContext(office: office, settings: settings, port: nil, answers: answers, now: Date()))
            try office.database.close()
        } catch let error as DataFolderError {
            guard case .inUse = error else { throw error }
            try await send(request, to: data, held: error, answers)
        }
    }

    private static func send(
        _ request: some AdminRequest, to data: String, held: DataFolderError, _ answers: NearAnswers
    ) async throws {
        // Whoever holds the folder without listening is another command, or a server that is just starting or ending.
        guard let socket = try? UnixSocket(connectedTo: data) else { throw held }
        defer { socket.close() }
        try await Blocking.run {
            let channel = SocketChannel(socket: socket)
            let named = NamedRequest(name: type(of: request).name, request: try JSONEncoder().encode(request))
            try channel.send(.request, json: named)
            while try take(try channel.receive(), channel, answers) {}
        }
    }

    /// - Returns: whether more follows.
    private static func take(_ frame: SocketFrame, _ channel: SocketChannel, _ answers: NearAnswers) throws -> Bool {
        switch frame.kind {
        case .say: answers.say(frame.text)
        case .complain: answers.complain(frame.text)
        case .begin: try answers.begin(frame.decoded())
        case .bytes: try frame.payload.withUnsafeBytes { try answers.write($0) }
        case .end: try answers.end()
        case .missing:
            let missing: MissingItem = try frame.decoded()
            try answers.missing(missing.item, because: missing.reason)
        case .receipt: try channel.send(.receipt, json: answers.receipt())
        case .read:
            try answers.read(try frame.decoded()) { try channel.send(.bytes, $0) }
            try channel.send(.end)
        case .done: return false
        case .failed: throw SettingError(frame.text)
        case .request: throw ConnectionLost()
        }
        return true
    }
}

/// The command's side, here.
struct NearAnswers: Answers {
    let writer: BackupWriter?
    let files: [String]

    func say(_ line: String) { Terminal.say(line) }
    func complain(_ line: String) { Terminal.complain(line) }
    func begin(_ item: BackupItem) throws { try needed().begin(item) }
    func write(_ bytes: UnsafeRawBufferPointer) throws { try needed().write(bytes) }
    func end() throws { try needed().end() }
    func missing(_ item: BackupItem, because reason: String) throws { try needed().missing(item, because: reason) }
    func receipt() throws -> BackupWriter.Receipt { try needed().finish() }

    func read(_ file: Int, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard files.indices.contains(file) else { throw SettingError("this command has no such file") }
        try FileBytes.each(files[file], body)
    }

    private func needed() throws -> BackupWriter {
        guard let writer else { throw SettingError("this command takes no files") }
        return writer
    }
}
