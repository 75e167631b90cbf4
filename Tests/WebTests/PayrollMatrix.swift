import HTTPTypes
import Models
import TestSupport

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
