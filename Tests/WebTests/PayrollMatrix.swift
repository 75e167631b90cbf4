import HTTPTypes
import Models
import TestSupport

/// The access matrix of a conversation of the bakery about payroll: only people who may read and have the right to
/// payroll see it. One letter for each role, in the order of `PayrollMatrix.roles`.
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
