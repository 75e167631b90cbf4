import Dates
import Foundation
import Models

/// One thing that waits for a client: an unread letter, or the files to download.
struct ClientTask: Encodable {
    /// Of letters, or of files: its sign in `icons.svg`.
    let icon: String
    /// The first one is the most urgent, and stands out.
    let isFirst: Bool
    let isLetter: Bool
    let subject: String
    let href: String
    let firmName: String?
    let detail: String
    let fileCount: String?
    let filesText: String?
    /// Its last day, for a letter that has one.
    let due: State?
    let isPayroll: Bool
    /// What its button downloads; the row itself leads on to `href`.
    let downloadHref: String?
}

/// A conversation that waits for the office's answer.
struct AskedRow: Encodable {
    let subject: String
    let href: String
    let firmName: String?
    let detail: String
    let isPayroll: Bool
}

/// What a client's first page lists.
struct ClientTasks {
    private let inbox: Inbox.FirstPage
    private let files: [ClientFiles.Waiting]
    private let screen: ClientScreen
    private let showsFirm: Bool

    init(_ inbox: Inbox.FirstPage, files: [ClientFiles.Waiting], _ screen: ClientScreen, showsFirm: Bool) {
        (self.inbox, self.files, self.screen, self.showsFirm) = (inbox, files, screen, showsFirm)
    }

    private var today: Day { screen.today }

    /// Returns what waits, the most urgent first: letters with a last day by that day, then files to download, then the
    /// other letters, the newest first.
    func todos(_ format: Format) -> [ClientTask] {
        let dated = inbox.unread.filter(isDated).sorted { ($0.expiresOn ?? today) < ($1.expiresOn ?? today) }
        let others = inbox.unread.filter { !isDated($0) }
        var tasks: [ClientTask] = []
        for entry in dated { tasks.append(task(entry, isFirst: tasks.isEmpty, format)) }
        if !files.isEmpty { tasks.append(task(files, isFirst: tasks.isEmpty, format)) }
        for entry in others { tasks.append(task(entry, isFirst: tasks.isEmpty, format)) }
        return tasks
    }

    func asked(_ format: Format) -> [AskedRow] {
        inbox.asked.map { entry in
            let author =
                entry.lastAuthorId == screen.person.id ? format.text("home.yourMessage") : entry.lastAuthor.isolated
            return AskedRow(
                subject: entry.subject, href: screen.paths.link(.conversation(entry.id)),
                firmName: showsFirm ? entry.firmName : nil,
                detail: "\(author) · \(format.moment(entry.lastMessageAt))", isPayroll: entry.isPayroll)
        }
    }

    private func isDated(_ entry: Inbox.Entry) -> Bool { entry.expiresOn.map { $0 >= today } ?? false }

    private func task(_ entry: Inbox.Entry, isFirst: Bool, _ format: Format) -> ClientTask {
        ClientTask(
            icon: "mail", isFirst: isFirst, isLetter: true, subject: entry.subject,
            href: screen.paths.link(.conversation(entry.id)),
            firmName: showsFirm ? entry.firmName : nil,
            detail: "\(entry.lastAuthor.isolated) · \(format.moment(entry.lastMessageAt))",
            fileCount: entry.fileCount > 0 ? "\(entry.fileCount)" : nil,
            filesText: entry.fileCount > 0 ? format.text.plural("count.attachments", entry.fileCount) : nil,
            due: isDated(entry) ? entry.expiresOn.map { format.due($0, today: today) } : nil,
            isPayroll: entry.isPayroll, downloadHref: nil)
    }

    /// All files to download are one thing to do: by one press, the one file or the archive of all.
    private func task(_ files: [ClientFiles.Waiting], isFirst: Bool, _ format: Format) -> ClientTask {
        ClientTask(
            icon: "download", isFirst: isFirst, isLetter: false,
            subject: format.text.plural("files.waitingCount", files.count),
            href: screen.paths.link(.files, ["firm": screen.firm.map(String.init), "state": "waiting"]), firmName: nil,
            detail: format.names(of: files), fileCount: nil, filesText: nil, due: nil, isPayroll: false,
            downloadHref: download(files))
    }

    private func download(_ files: [ClientFiles.Waiting]) -> String {
        guard files.count == 1, let file = files.first else {
            return Path.filesZip.with(["firm": screen.firm.map(String.init), "state": "waiting"])
        }
        let path = file.isPrintout ? Path.printout(file.id) : Path.attachment(file.id)
        return path.with(["message": "\(file.messageId)"])
    }
}

extension Format {
    /// The most names in one line; the page cuts it off where the screen ends.
    private static let namesInLine = 3

    /// Returns `KPiR, VAT zakup, umowa.pdf…`: each name once.
    fileprivate func names(of files: [ClientFiles.Waiting]) -> String {
        var names: [String] = []
        for file in files where names.count <= Self.namesInLine {
            let name = file.kind.map { text("printouts.file.\($0.rawValue)") } ?? file.name ?? ""
            if !names.contains(name) { names.append(name) }
        }
        let shown = names.prefix(Self.namesInLine).map(\.isolated).joined(separator: ", ")
        return names.count > Self.namesInLine ? "\(shown)…" : shown
    }

    /// Returns the last day of a notice's validity: in the colour of waiting on its last three days.
    fileprivate func due(_ last: Day, today: Day) -> State {
        let isSoon = last <= day(of: now.addingTimeInterval(3 * 24 * 3600))
        return State(text: validity(last, today: today).text, tone: isSoon ? "wait" : "none")
    }
}
