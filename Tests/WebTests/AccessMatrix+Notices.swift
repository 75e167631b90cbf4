import Foundation
import HTTPTypes
import Models
import TestSupport

/// The routes of the office.
extension AccessMatrix {
    /// Notices, what is found, imports and correspondence.
    //                                          session-less   clients  members-with-one-right  office
    //                                          v i h r d      own oth  app pay not   ola raf  mar dan  anna
    static let notices: [AccessRow] = [
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
