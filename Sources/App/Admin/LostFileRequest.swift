import Models

/// Declares a file lost, or takes that back.
struct LostFileRequest: AdminRequest {
    static let name = "files lost"

    let file: String
    /// Nothing when the file was found again.
    let why: String?
    /// The person who runs the command.
    let user: String

    func run(in context: AdminContext) async throws {
        let (database, files) = (context.office.database, context.office.files)
        if let why {
            let lost = try await LostFile.declare(file, why: why, by: user, in: database, files, at: context.now)
            try context.answers.say(
                "File \(lost.id) («\(lost.name)») is declared lost. Later backups are whole without it.")
        } else {
            let found = try await LostFile.takeBack(file, by: user, in: database, files, at: context.now)
            try context.answers.say("File \(found.id) («\(found.name)») is there again.")
        }
    }
}
