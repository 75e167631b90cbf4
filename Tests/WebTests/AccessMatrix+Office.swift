import Foundation
import HTTPTypes
import Models
import TestSupport

/// The routes of the office.
extension AccessMatrix {
    //                                          session-less   clients  members-with-one-right  office
    //                                          v i h r d      own oth  app pay not   ola raf  mar dan  anna
    static let office: [AccessRow] = [
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
            .get, "/office/firms/:id/view/account",
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
        AccessRow(
            .post, "/office/staff/:id/person", " s s s s s      . .      . . .         . .      . .      +",
            ["name": "Rafał Lew", "phone": "", "line": "Kadry"]),
        AccessRow(.post, "/office/staff/:id/photo", "s s s s s    . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/staff/:id/photo/removal",
            "                                    s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(.get, "/office/settings", "    s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/settings/office", " s s s s s      . .      . . .         . .      . .      +",
            ["name": "Biuro Testowe", "timeZone": "Europe/Warsaw", "language": "pl"]),
        AccessRow(
            .post, "/office/settings/accent", " s s s s s      . .      . . .         . .      . .      +",
            ["colour": "#1f5fa8"]),
        AccessRow(
            .get, "/office/settings/accent/sample",
            "                                    s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/settings/undo", "   s s s s s      . .      . . .         . .      . .      +",
            ["undoSeconds": "20"]),
        AccessRow(.post, "/office/settings/logo", "s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/settings/logo/removal",
            "                                    s s s s s      . .      . . .         . .      . .      +"),
        AccessRow(
            .post, "/office/settings/mail", "   s s s s s      . .      . . .         . .      . .      +",
            ["security": "starttls", "senderName": "Biuro", "senderAddress": "biuro@lis.example"]),
        AccessRow(
            .post, "/office/settings/mail/tests",
            "                                    s s s s s      . .      . . .         . .      . .      !"),
        AccessRow(
            .post, "/office/first-steps/trial",
            "                                    s s s s s      . .      . . .         . .      . .      +",
            ["email": "anna+klient@biuro.example"]),
        AccessRow(
            .post, "/office/first-steps/end", " s s s s s      . .      . . .         . .      . .      +"),
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

        AccessRow(.get, "/office/broadcasts/new", "s s s s s    . .      . . .         + +      + +      +"),
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
        AccessRow(
            .post, "/office/broadcasts/drafts", "s s s s s      . .      . . .         + +      + +      +",
            ["firm": "BAKERY", "subject": "Temat", "body": ""]),
        AccessRow(
            .post, "/office/broadcasts/drafts/removal",
            "                                    s s s s s      . .      . . .         - -      - -      +",
            ["draft": "DRAFT"]),
        AccessRow(
            .post, "/office/broadcasts/undo", " s s s s s       . .      . . .         - -      - -      +",
            ["draft": "DRAFT"]),
        AccessRow(.get, "/office/broadcasts/files", "s s s s s  . .      . . .         + +      + +      +"),
        AccessRow(
            .post, "/office/broadcasts/files", " s s s s s      . .      . . .         ! !      ! !      +",
            ["files": "IMPORT FILE"]),
        AccessRow(
            .post, "/office/broadcasts/files/removal",
            "                                    s s s s s      . .      . . .         - -      - -      +",
            ["draft": "FILES_BY_FIRM"]),
        AccessRow(
            .post, "/office/broadcasts/files/review",
            "                                    s s s s s      . .      . . .         - -      - -      +",
            ["draft": "FILES_BY_FIRM", "subject": "Temat", "body": "Treść"]),
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
            .post, "/office/conversations/:id/messages/:message/withdrawal",
            "                                    s s s s s      . .      . . .         - -      - -      +"),
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
            .get, "/office/broadcasts/:id/withdrawals/new",
            "                                    s s s s s      . .      . . .         - -      - -      +"),
        AccessRow(
            .post, "/office/broadcasts/:id/withdrawals",
            "                                    s s s s s      . .      . . .         - -      - -      +"),
        AccessRow(
            .get, "/office/broadcasts/:id/reminders/new",
            "                                    s s s s s      . .      . . .         - -      - -      +"),
        AccessRow(
            .post, "/office/broadcasts/:id/reminders",
            "                                    s s s s s      . .      . . .         - -      - -      +",
            ["body": "Przypominamy", "key": "KEY", "expected": "1", "audience": "AUDIENCE"]),
        AccessRow(
            .post, "/office/broadcasts/:id/handling",
            "                                    s s s s s      . .      . . .         + -      + -      +"),
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
