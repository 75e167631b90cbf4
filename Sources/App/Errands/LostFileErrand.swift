import Models

/// Declares a file lost, or takes that back.
struct LostFileErrand: Errand {
    static let name = "files lost"

    let file: String
    /// Nothing when the file was found again.
    let why: String?
    /// Who runs the command.
    let user: String

    func run(in room: ErrandRoom) async throws {
        let (database, files) = (room.office.database, room.office.files)
        if let why {
            let lost = try await LostFile.declare(file, why: why, by: user, in: database, files, at: room.now)
            try room.answers.say(
                "File \(lost.id) («\(lost.name)») is declared lost. Later backups are whole without it.")
        } else {
            let found = try await LostFile.takeBack(file, by: user, in: database, files, at: room.now)
            try room.answers.say("File \(found.id) («\(found.name)») is there again.")
        }
    }
}
