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
    ]
}
