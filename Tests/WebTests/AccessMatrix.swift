import Foundation
import HTTPTypes
import Models
import TestSupport

/// The permissions of each role: one row for each route.
enum AccessMatrix {
    static let rows = everybody + office + notices

    //                                          session-less   clients  members-with-one-right  office
    //                                          v i h r d      own oth  app pay not   ola raf  mar dan  anna
    private static let everybody: [AccessRow] = [
        AccessRow(.get, "/assets/:digest/**", "+ + + + +      + +      + + +         + +      + +      +"),
        AccessRow(.get, "/accents/:fingerprint/:colour", "+ + + + + + + + + +   + +      + +      +"),
        AccessRow(.get, "/accents/:fingerprint/:colour/manifest", "+ + + + + + + + + +   + +      + +      +"),
        AccessRow(.get, "/logo/:digest", "       + + + + +      + +      + + +         + +      + +      +"),
        AccessRow(.get, "/photos/:digest", "     s s s s s      + -      + + +         + +      + +      +"),
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
            .post, "/office/account/person", "  s s s s s      . .      . . .         + +      + +      +",
            ["name": "Anna Lis", "phone": "+48 600 100 200", "line": "Kadry"]),
        AccessRow(.post, "/office/account/photo", "s s s s s      . .      . . .         + +      + +      +"),
        AccessRow(
            .post, "/office/account/photo/removal",
            "                                    s s s s s      . .      . . .         + +      + +      +"),
        AccessRow(
            .post, "/office/account/keys", "    s s s s s      . .      . . .         + +      + +      +",
            ["keys": "1"]),
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
    ]
}
