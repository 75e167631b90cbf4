import Foundation
import GRDB
import Models
import Secrets

/// Lives through the demo's two years, from the founding to the last five minutes. Everything happens
/// through the models' own verbs, at its own time and in order of time.
final class DemoHistory {
    let db: Database
    let store: AttachmentStore
    let passwordHash: PasswordHash
    let now: Date
    /// The first morning of the office.
    let opening: Date
    let calendar: DemoCalendar
    var random = DemoRandom()
    /// For what the books say, so that the rest of the past does not hang on them.
    var books = DemoRandom()
    var agenda: DemoAgenda

    var staff: [DemoStaff: Int64] = [:]
    var clients: [String: DemoClient] = [:]
    /// The newest link of each person who has not used one.
    var links: [Int64: PersonalLink.Minted] = [:]
    /// Keys of files, by their uploader and name: the same paper is stored once.
    var uploads: [String: String] = [:]
    /// When each client last signed in.
    var signIns: [Int64: Date] = [:]

    init(_ db: Database, _ store: AttachmentStore, passwordHash: PasswordHash, until now: Date) {
        self.db = db
        self.store = store
        self.passwordHash = passwordHash
        self.now = now
        calendar = DemoCalendar(TimeZone(identifier: Country.poland.timeZone) ?? .gmt)
        opening = calendar.officeHours(now.addingTimeInterval(-730 * DemoCalendar.day))
        agenda = DemoAgenda(until: now)
    }

    func live() throws {
        planFounding()
        planNotices()
        planQuestions()
        planLastDays()
        planSavedFilters()
        planTaxFiles()
        while let next = agenda.next() { try next.act(next.at) }
    }

    func id(_ person: DemoStaff) throws -> Int64 {
        guard let id = staff[person] else { throw NotFound() }
        return id
    }

    func client(_ slug: String) throws -> DemoClient {
        guard let client = clients[slug] else { throw NotFound() }
        return client
    }

    func scope(_ person: DemoStaff, _ at: Date) throws -> FirmScope {
        person == .anna ? .wholeOffice : .assigned(to: try id(person), on: calendar.day(at))
    }

    /// Uploads a paper. The same one is taken again when the person has it.
    func upload(_ paper: DemoPaper, by person: Int64, at: Date) throws -> String {
        let known = "\(person) \(paper.name)"
        if let key = uploads[known] { return key }
        let file = try store.receive(named: paper.name)
        try paper.bytes.withUnsafeBytes(file.write)
        let kept = try file.keep()
        uploads[known] = kept.key
        return try StoredFile.add(db, kept, by: person, at: at).key
    }
}

/// A firm of the demo in the database, with its people.
struct DemoClient {
    struct Reader {
        let personId: Int64
        let pace: DemoPace
        /// Nothing for those who never came.
        let activeFrom: Date?
    }

    let firm: Firm
    let listed: DemoFirm
    var readers: [Reader] = []

    var language: Language { listed.people.first?.language ?? .pl }

    /// The one who writes to the office.
    var writer: Reader? { readers.first { $0.activeFrom != nil } }
}

/// How people read what the office sends.
enum DemoPace {
    /// Within hours, always: the cast, whose last days are told elsewhere.
    case cast
    case prompt, usual, slow
    /// Once like the others, but not lately.
    case stopped

    /// When a message is read; nothing when it never is.
    func reads(_ sent: Date, now: Date, _ random: inout DemoRandom) -> Date? {
        let hour = DemoCalendar.hour
        let luck = random.unit()
        switch self {
        case .cast: return sent.addingTimeInterval(random.delay(hour / 2, 5 * hour))
        case .prompt: return sent.addingTimeInterval(random.delay(hour / 6, 20 * hour))
        case .usual: return luck < 0.02 ? nil : sent.addingTimeInterval(random.delay(hour / 2, 72 * hour))
        case .slow: return luck < 0.06 ? nil : sent.addingTimeInterval(random.delay(20 * hour, 12 * 24 * hour))
        case .stopped:
            let at = sent.addingTimeInterval(random.delay(2 * hour, 96 * hour))
            return at < now.addingTimeInterval(-40 * DemoCalendar.day) ? at : nil
        }
    }
}
