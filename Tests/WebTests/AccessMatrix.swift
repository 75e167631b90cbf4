import Foundation
import HTTPTypes
import Models
import TestSupport

/// Who may do what: the document of DESIGN rule 1, and the input of its test.
///
/// Each row is one route tried on the bakery's objects. A route that is missing here fails the
/// suite. Letters: `+` done or shown (2xx or a redirect onwards), `-` 404 as for what does not
/// exist, `s` asked to sign in (redirect, or 401 for a change), `.` 404 because it is another portal's,
/// `!` refused for the form's content (422), `r` redirected to the person's own first page.
struct AccessRow: Sendable {
    let method: HTTPRequest.Method
    let pattern: String
    /// The letters of the roles, in the order of `AccessRole.columns`.
    let letters: [Character]
    /// A form that is right, where one is needed.
    var fields: KeyValuePairs<String, String> = [:]

    /// What this role may expect. Roles that stand for a right or a date are like the ones they equal.
    func letter(_ role: AccessRole) -> Character? {
        AccessRole.columns.firstIndex(of: role.column).flatMap { $0 < letters.count ? letters[$0] : nil }
    }

    init(
        _ method: HTTPRequest.Method, _ pattern: String, _ letters: String,
        _ fields: KeyValuePairs<String, String> = [:]
    ) {
        self.method = method
        self.pattern = pattern
        self.letters = letters.filter { $0 != " " }.map { $0 }
        self.fields = fields
    }
}

/// Everybody who could ask. The bakery is the firm; `own` is one who belongs to it.
enum AccessRole: String, CaseIterable, Sendable {
    case visitor, invited, half, reading, disabled
    case ownClient, otherClient, approverOnly, payrollOnly, notifiedOnly
    case ownAccountant, otherAccountant, ownSupervisor, otherSupervisor, head
    /// A client of the bakery who may read and has the right to payroll too.
    case payrollReader
    /// An accountant who takes the bakery's supervisor's firms: not yet, on these days, no longer.
    case deputyBefore, deputyNow, deputyAfter

    /// Those with a column of letters in the matrix.
    static let columns = Array(allCases.prefix { $0 != .payrollReader })

    /// The role whose letters hold for this one too, where it is only about ordinary correspondence.
    var column: AccessRole {
        switch self {
        case .payrollReader: .ownClient
        case .deputyNow: .ownAccountant
        case .deputyBefore, .deputyAfter: .otherAccountant
        default: self
        }
    }
}

/// The same, for a conversation of the bakery that is about payroll: only who may read and has the right to
/// payroll knows of it. One letter a role, in the order of `PayrollMatrix.roles`.
enum PayrollMatrix {
    static let roles: [AccessRole] = [
        .ownClient, .payrollReader, .approverOnly, .payrollOnly, .notifiedOnly, .otherClient, .ownAccountant,
        .otherAccountant, .deputyNow, .deputyAfter, .ownSupervisor, .otherSupervisor, .head,
    ]

    //                                              own pay  app pay not  oth  ola raf now aft  mar dan  anna
    static let rows: [AccessRow] = [
        AccessRow(.get, "/conversations/:id", "     -   +    -   -   -    -    .   .   .   .    .   .    ."),
        AccessRow(
            .post, "/conversations/:id/messages", " -   +    -   -   -    -    .   .   .   .    .   .    .",
            ["body": "Treść"]),
        AccessRow(
            .post, "/conversations/:id/messages/:message/receipt",
            "                                       -   +    -   -   -    -    .   .   .   .    .   .    ."),
        AccessRow(
            .post, "/conversations", "              !   +    -   -   -    -    .   .   .   .    .   .    .",
            ["firm": "BAKERY", "subject": "Płace", "body": "Treść", "payroll": "1"]),
        AccessRow(.get, "/attachments/:id", "       -   +    -   -   -    -    +   -   +   -    +   -    +"),
        AccessRow(.get, "/printouts/:id", "         -   +    -   -   -    -    +   -   +   -    +   -    +"),
        AccessRow(.get, "/office/conversations/:id", " . . . . . . + - + - + - +"),
        AccessRow(
            .post, "/office/conversations/:id/messages",
            "                                       .   .    .   .   .    .    +   -   +   -    +   -    +",
            ["body": "Odpowiedź"]),
    ]
}

enum AccessMatrix {
    //                                          session-less   clients  members-with-one-right  office
    //                                          v i h r d      own oth  app pay not   ola raf  mar dan  anna
    static let rows: [AccessRow] = [
        AccessRow(.get, "/assets/:digest/**", "+ + + + +      + +      + + +         + +      + +      +"),
        AccessRow(.get, "/healthz", "            + + + + +      + +      + + +         + +      + +      +"),
        AccessRow(.get, "/metrics", "            - - - - -      - -      - - -         - -      - -      -"),
        AccessRow(.get, "/sign-in", "            + + + + +      + +      + + +         + +      + +      +"),
        AccessRow(.post, "/sign-in", "           ! ! ! ! !      ! !      ! ! !         ! !      ! !      !"),
        AccessRow(.post, "/sign-out", "          s s s s s      + +      + + +         + +      + +      +"),
        AccessRow(.get, "/password-reset", "     + + + + +      + +      + + +         + +      + +      +"),
        AccessRow(
            .post, "/password-reset", "          + + + + +      + +      + + +         + +      + +      +",
            ["email": "piotr@piekarnia.example"]),
        AccessRow(.get, "/activation/:token", "  + + + + +      + +      + + +         + +      + +      +"),
        AccessRow(
            .post, "/activation/:token", "       + + + + +      + +      + + +         + +      + +      +",
            ["password": "an entirely new sentence"]),

        AccessRow(.get, "/", "                   s s s s s      + +      + + +         r r      r r      r"),
        AccessRow(.get, "/account", "            s s s s s      + +      + + +         . .      . .      ."),
        AccessRow(.get, "/office/account", "     s s s s s      . .      . . .         + +      + +      +"),
        AccessRow(
            .post, "/office/account/person", "  s s s s s      . .      . . .         . .      . .      +",
            ["name": "Anna Lis", "phone": "+48 600 100 200"]),
        AccessRow(
            .post, "/office/account/office", "  s s s s s      . .      . . .         . .      . .      +",
            ["name": "Biuro Testowe", "phone": "+48 600 100 200"]),
        AccessRow(
            .post, "/account/language", "        s s s s s      + +      + + +         + +      + +      +",
            ["language": "en"]),
        AccessRow(
            .post, "/account/password", "        s s s s s      + +      + + +         + +      + +      +",
            ["current": Cast.password, "password": "an entirely new sentence"]),
        AccessRow(.post, "/account/sessions/:id/end", " s s s s s - -      - - -         - -      - -      -"),
        AccessRow(
            .post, "/account/sessions/end", "    s s s s s      + +      + + +         + +      + +      +",
            ["which": "others"]),
        AccessRow(.post, "/account/browsers/:id/end", " s s s s s - -      - - -         - -      - -      -"),
        AccessRow(.get, "/attachments/:id", "    s s s s s      + -      - - -         + -      + -      +"),
        AccessRow(.get, "/printouts/:id", "      s s s s s      + -      - - -         + -      + -      +"),
        AccessRow(.post, "/uploads", "           s s s s s      + +      + + +         + +      + +      +"),
        AccessRow(.get, "/events", "             s s s s s      + +      + + +         + +      + +      +"),

        AccessRow(.get, "/files", "              s s s s s      + +      + + +         . .      . .      ."),
        AccessRow(.get, "/files.zip", "          s s s s s      + -      - - -         . .      . .      ."),
        AccessRow(.get, "/conversations", "      s s s s s      + +      + + +         . .      . .      ."),
        AccessRow(.get, "/conversations/new", "  s s s s s      + +      + + +         . .      . .      ."),
        AccessRow(
            .post, "/conversations", "           s s s s s      + -      - - -         . .      . .      .",
            ["firm": "BAKERY", "subject": "Pytanie", "body": "Treść"]),
        AccessRow(.get, "/conversations/:id", "  s s s s s      + -      - - -         . .      . .      ."),
        AccessRow(
            .post, "/conversations/:id/messages", "s s s s s    + -      - - -         . .      . .      .",
            ["body": "Treść"]),
        AccessRow(
            .post, "/conversations/:id/messages/:message/receipt",
            "                                    s s s s s      + -      - - -         . .      . .      ."),

        AccessRow(.get, "/office/firms", "       s s s s s      . .      . . .         + +      + +      +"),
        AccessRow(
            .post, "/office/firms/filters", "    s s s s s      . .      . . .         + +      + +      +",
            ["name": "Ryczałt", "form": "lumpSum"]),
        AccessRow(
            .post, "/office/firms/filters/:id/removal",
            "                                    s s s s s      . .      . . .         - -      - -      +"),
        AccessRow(.get, "/office/firms/new", "   s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/firms", "            s s s s s      . .      . . .         . .      . .      +",
            ["name": "Nowa", "country": "PL", "identifier": "6666666666", "form": "ledger"]),
        AccessRow(.get, "/office/firms/:id", "   s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .get, "/office/firms/:id/archive",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .get, "/office/firms/:id/archive.csv",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .get, "/office/firms/:id/files",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .get, "/office/firms/:id/printouts",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .get, "/office/firms/:id/settings",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .get, "/office/firms/:id/view",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .get, "/office/firms/:id/view/files",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .get, "/office/firms/:id/view/conversations",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .get, "/office/firms/:id/view/conversations/:conversation",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .post, "/office/firms/:id/settings",
            "                                    s s s s s      . .      . . .         . .      . .      +",
            ["name": "Piekarnia", "country": "PL", "identifier": "1111111111", "vat": "monthly", "tags": "chleb"]),
        AccessRow(
            .post, "/office/firms/:id/supervisor",
            "                                    s s s s s      . .      . . .         . .      . .      +",
            ["supervisor": "MAREK", "supervisorFrom": "2026-12-01"]),
        AccessRow(
            .post, "/office/firms/:id/taxation",
            "                                    s s s s s      . .      . . .         . .      . .      +",
            ["taxation": "ledger", "taxationFrom": "2027-01-01"]),
        AccessRow(
            .post, "/office/firms/:id/taxation/removal",
            "                                    s s s s s      . .      . . .         . .      . .      !"),
        AccessRow(
            .post, "/office/firms/:id/archiving",
            "                                    s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(.get, "/office/firms/:id/people", " s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .post, "/office/firms/:id/people", " s s s s s      . .      . . .         - -      + -      +",
            ["name": "Nowa Osoba", "email": "nowa@piekarnia.example", "language": "pl"]),
        AccessRow(
            .post, "/office/firms/:id/people/:person/link",
            "                                    s s s s s      . .      . . .         - -      + -      +"),

        AccessRow(.get, "/office/firms/import", "s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(.get, "/office/firms/import/sample", "s s s s s . .   . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/firms/import", "     s s s s s      . .      . . .         . .      . .      +",
            ["files": "IMPORT FILE"]),
        AccessRow(.get, "/office/firms/import/:key", "s s s s s . .     . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/firms/import/:key/confirmation",
            "                                    s s s s s      . .      . . .         . .      . .      +",
            ["summary": "1-1-1-0"]),
        AccessRow(
            .get, "/office/firms/:id/people/:person", " s s s s s      . .      . . .         - -      + -      +"),
        AccessRow(
            .post, "/office/firms/:id/people/:person", "s s s s s      . .      . . .         - -      + -      +",
            ["name": "Iwona Kłos", "language": "pl"]),
        AccessRow(
            .post, "/office/firms/:id/people/:person/rights",
            "s s s s s      . .      . . .         - -      + -      +",
            ["rights": "1", "right": "read"]),
        AccessRow(
            .post, "/office/firms/:id/people/:person/link/end",
            "                                    s s s s s      . .      . . .         - -      + -      +"),
        AccessRow(
            .post, "/office/firms/:id/people/:person/end",
            "                                    s s s s s      . .      . . .         - -      + -      +"),

        AccessRow(
            .post, "/office/people/:id/disabling", "s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/people/:id/enabling", "s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(.get, "/office/staff", "       s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/staff", "            s s s s s      . .      . . .         . .      . .      +",
            ["name": "Nowa Osoba", "email": "nowa@biuro.example", "role": "accountant", "language": "pl"]),
        AccessRow(.get, "/office/staff/:id", "   s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/staff/:id/role", "   s s s s s      . .      . . .         . .      . .      +",
            ["role": "supervisor"]),
        AccessRow(.post, "/office/staff/:id/link", "s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/staff/:id/assignments", "s s s s s      . .      . . .         . .      . .      +",
            ["firm": "BAKERY", "duty": "accountant"]),
        AccessRow(
            .post, "/office/staff/:id/assignments/end",
            "                                    s s s s s      . .      . . .         . .      . .      +",
            ["firm": "CARRIER"]),
        AccessRow(
            .get, "/office/staff/:id/deputies/new",
            "                                    s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/staff/:id/deputies", "s s s s s      . .      . . .         . .      . .      +",
            ["deputy": "OLA", "from": "2026-12-01", "until": "2026-12-14"]),
        AccessRow(
            .post, "/office/deputies/:id/end", " s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(.get, "/office/outbox", "      s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(.post, "/office/outbox/:id/link", "s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(.post, "/office/clock/confirmation", "s s s s s   . .      . . .         . .      . .      r"),

        AccessRow(
            .post, "/office/invitations/:id/admission",
            "                                    s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/invitations/:id/refusal",
            "                                    s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/firms/:id/invitations/:invitation/end",
            "                                    s s s s s      . .      . . .         - -      + -      +"),

        AccessRow(.get, "/office/broadcasts/new", "s s s s s    . .      . . .         r r      r r      r"),
        AccessRow(
            .post, "/office/broadcasts/printouts", "s s s s s   . .      . . .         + +      + +      +",
            ["firm": "BAKERY"]),
        AccessRow(
            .post, "/office/broadcasts/check", " s s s s s      . .      . . .         + !      + !      +",
            ["firm": "BAKERY", "subject": "Temat", "body": "Treść"]),
        AccessRow(.get, "/office/broadcasts/check", "s s s s s  . .      . . .         - -      - -      +"),
        AccessRow(
            .post, "/office/broadcasts", "       s s s s s      . .      . . .         - -      - -      +",
            ["draft": "DRAFT", "expected": "1"]),
        AccessRow(.get, "/office/broadcasts/files", "s s s s s  . .      . . .         + +      + +      +"),
        AccessRow(
            .post, "/office/broadcasts/files", " s s s s s      . .      . . .         ! !      ! !      +",
            ["files": "IMPORT FILE"]),
        AccessRow(
            .post, "/office/broadcasts/files/removal",
            "                                    s s s s s      . .      . . .         - -      - -      +",
            ["draft": "DROP"]),
        AccessRow(
            .post, "/office/broadcasts/files/review",
            "                                    s s s s s      . .      . . .         - -      - -      +",
            ["draft": "DROP", "subject": "Temat", "body": "Treść"]),
        AccessRow(.get, "/office/broadcasts", "  s s s s s      . .      . . .         + +      + +      +"),
        AccessRow(.get, "/office/broadcasts/:id", "s s s s s    . .      . . .         - -      - -      +"),

        AccessRow(.get, "/search", "             s s s s s      + +      + + +         . .      . .      ."),
        AccessRow(.get, "/office/search", "      s s s s s      . .      . . .         + +      + +      +"),
        AccessRow(.get, "/office/imports", "     s s s s s      . .      . . .         + +      + +      +"),
        AccessRow(.post, "/office/imports", "    s s s s s      . .      . . .         + !      + !      +"),
        AccessRow(.get, "/office/imports/:id", " s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .get, "/office/imports/:id/file", "  s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .post, "/office/imports/:id/firm", " s s s s s      . .      . . .         . .      . .      +",
            ["firm": "BAKERY"]),
        AccessRow(
            .post, "/office/imports/:id/document",
            "                                    s s s s s      . .      . . .         ! -      ! -      !",
            ["document": "1"]),
        AccessRow(
            .post, "/office/imports/:id/period",
            "                                    s s s s s      . .      . . .         + -      + -      +",
            ["span": "m8", "year": "2026"]),
        AccessRow(
            .post, "/office/imports/:id/version",
            "                                    s s s s s      . .      . . .         ! -      ! -      !"),
        AccessRow(
            .post, "/office/imports/:id/payroll",
            "                                    s s s s s      . .      . . .         . .      . .      !"),
        AccessRow(
            .post, "/office/imports/:id/parting",
            "                                    s s s s s      . .      . . .         . .      . .      !"),
        AccessRow(.get, "/office/audit", "       s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(.post, "/office/audit/checks", "s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(.get, "/office/audit/export", " s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(.get, "/office/questions", "   s s s s s      . .      . . .         + +      + +      +"),
        AccessRow(.get, "/office/conversations/:id", "s s s s s . .      . . .         + -      + -      +"),
        AccessRow(
            .post, "/office/conversations/:id/messages",
            "                                    s s s s s      . .      . . .         + -      + -      +",
            ["body": "Odpowiedź"]),
        AccessRow(
            .post, "/office/conversations/:id/handling",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .post, "/office/conversations/:id/messages/:message/seen",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .post, "/office/conversations/:id/notes",
            "                                    s s s s s      . .      . . .         + -      + -      +",
            ["note": "Tylko dla nas"]),
        AccessRow(
            .post, "/office/conversations/:id/hand-overs",
            "                                    s s s s s      . .      . . .         + -      + -      +",
            ["colleague": "OLA"]),
        AccessRow(
            .get, "/office/firms/:id/conversations/new",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
        AccessRow(
            .post, "/office/firms/:id/conversations",
            "                                    s s s s s      . .      . . .         + -      + -      +",
            ["subject": "Temat", "body": "Treść"]),

        AccessRow(
            .get, "/office/broadcasts/:id/reminders/new",
            "                                    s s s s s      . .      . . .         - -      - -      +"),
        AccessRow(
            .post, "/office/broadcasts/:id/reminders",
            "                                    s s s s s      . .      . . .         - -      - -      +",
            ["body": "Przypominamy", "key": "KEY", "expected": "1", "audience": "AUDIENCE"]),
        AccessRow(
            .get, "/office/broadcasts/:id/report.csv",
            "                                    s s s s s      . .      . . .         - -      - -      +"),
        AccessRow(
            .get, "/office/broadcasts/:id/paper",
            "                                    s s s s s      . .      . . .         - -      - -      +"),
        AccessRow(.get, "/office/templates", "   s s s s s      . .      . . .         + +      + +      +"),
        AccessRow(
            .post, "/office/templates", "        s s s s s      . .      . . .         + +      + +      +",
            ["name": "Nowy", "subject": "Temat", "body": "Treść"]),
        AccessRow(
            .get, "/office/templates/:id", "     s s s s s      . .      . . .         + +      + +      +"),
        AccessRow(
            .post, "/office/templates/:id/removal",
            "                                    s s s s s      . .      . . .         - -      - -      +"),
    ]
}
