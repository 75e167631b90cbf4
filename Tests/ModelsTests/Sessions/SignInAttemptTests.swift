import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Tries to sign in")
struct SignInAttemptTests {
    private static func stranger(_ email: EmailAddress, _ address: String) -> SignInAttempt.Counter {
        .stranger(account: email.digest, AddressGroup(address))
    }

    private static func fail(
        _ office: TestOffice, _ email: EmailAddress = "piotr@piekarnia.example", from address: String = "192.0.2.1",
        times: Int = 1
    ) async throws {
        let now = office.now
        try await office.database.write { db in
            for _ in 0..<times {
                try SignInAttempt.record(db, Self.stranger(email, address), succeeded: false, at: now)
            }
        }
    }

    private static func succeed(_ office: TestOffice, from address: String = "192.0.2.1") async throws {
        let now = office.now
        _ = try await office.database.write { db in
            try SignInAttempt.record(db, Self.stranger("piotr@piekarnia.example", address), succeeded: true, at: now)
        }
    }

    private static func wait(
        _ office: TestOffice, _ email: EmailAddress = "piotr@piekarnia.example", from address: String = "192.0.2.1"
    ) async throws -> TimeInterval {
        let now = office.now
        return try await office.database.read { db in
            try SignInAttempt.wait(db, Self.stranger(email, address), at: now)
        }
    }

    @Test("Lock nobody for longer than the longest wait when a clock that was ahead wrote them")
    func ahead() async throws {
        try await TestOffice.with { office in
            office.pass(24 * 3600)
            try await Self.fail(office, times: 100)
            office.pass(-24 * 3600)
            #expect(try await Self.wait(office) == 0)
            try await Self.fail(office, times: 5)
            #expect(try await (1...SignInAttempt.longestWait).contains(Self.wait(office)))
            office.pass(SignInAttempt.longestWait)
            #expect(try await Self.wait(office) == 0)
        }
    }

    @Test("Wait longer after each wrong password from the fifth on, a quarter of an hour at most")
    func growing() async throws {
        try await TestOffice.with { office in
            var waits: [TimeInterval] = []
            for _ in 0..<13 {
                try await Self.fail(office)
                waits.append(try await Self.wait(office))
            }
            #expect(waits == [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900])
        }
    }

    @Test("Need no longer wait when the time is over")
    func waited() async throws {
        try await TestOffice.with { office in
            try await Self.fail(office, times: 6)
            office.pass(4)
            #expect(try await Self.wait(office) == 6)
            office.pass(6)
            #expect(try await Self.wait(office) == 0)
        }
    }

    @Test("From another address go on, for the rightful person")
    func otherAddress() async throws {
        try await TestOffice.with { office in
            try await Self.fail(office, times: 20)
            #expect(try await Self.wait(office) > 0)
            #expect(try await Self.wait(office, from: "198.51.100.7") == 0)
        }
    }

    @Test("For another account from the same address go on, until sixty have failed there")
    func otherAccount() async throws {
        try await TestOffice.with { office in
            try await Self.fail(office, times: 59)
            #expect(try await Self.wait(office, "ewa@przewozy.example") == 0)
            try await Self.fail(office, "nobody@nowhere.example")
            #expect(try await Self.wait(office, "ewa@przewozy.example") == 900)
            office.pass(15 * 60)
            #expect(try await Self.wait(office, "ewa@przewozy.example") == 0)
        }
    }

    @Test("Start anew after a success, at that address only")
    func success() async throws {
        try await TestOffice.with { office in
            try await Self.fail(office, times: 8)
            try await Self.fail(office, from: "198.51.100.7", times: 8)
            office.pass(1)
            try await Self.succeed(office)
            #expect(try await Self.wait(office) == 0)
            #expect(try await Self.wait(office, from: "198.51.100.7") > 0)
            office.pass(1)
            try await Self.fail(office, times: 4)
            #expect(try await Self.wait(office) == 0)
        }
    }

    @Test("For one account are at most a hundred in a row, from wherever they come")
    func fromAnywhere() async throws {
        try await TestOffice.with { office in
            let now = office.now
            try await office.database.write { db in
                for number in 0..<99 {
                    try SignInAttempt.record(
                        db, Self.stranger("piotr@piekarnia.example", "198.51.100.\(number)"), succeeded: false, at: now
                    )
                }
            }
            #expect(try await Self.wait(office, from: "203.0.113.9") == 0)
            try await Self.fail(office, from: "198.51.100.200")
            #expect(try await Self.wait(office, from: "203.0.113.9") == 900)
            #expect(try await Self.wait(office, "ewa@przewozy.example", from: "203.0.113.9") == 0)
            office.pass(24 * 3600)
            #expect(try await Self.wait(office, from: "203.0.113.9") == 0)
        }
    }

    @Test("For an account that does not exist are counted like any other")
    func unknown() async throws {
        try await TestOffice.with { office in
            try await Self.fail(office, "nobody@nowhere.example", times: 5)
            #expect(try await Self.wait(office, "nobody@nowhere.example") == 5)
        }
    }

    @Test("Are of one account however its address is typed")
    func spelling() async throws {
        try await TestOffice.with { office in
            try await Self.fail(office, " Piotr@Piekarnia.EXAMPLE ", times: 5)
            #expect(try await Self.wait(office) == 5)
        }
    }

    @Test("Are forgotten after a day, and keep no address of a person")
    func sweep() async throws {
        try await TestOffice.with { office in
            try await Self.fail(office)
            #expect(try await office.texts("SELECT account FROM signInAttempt WHERE account LIKE '%piotr%'").isEmpty)
            for (seconds, count) in [(24.0 * 3600, 1), (1, 0)] {
                office.pass(seconds)
                let now = office.now
                try await office.database.write { db in try SignInAttempt.sweep(db, at: now) }
                #expect(try await office.counts()["signInAttempt"] == count)
            }
        }
    }

    @Test(
        "From addresses of one /64 are of one stranger, and from many /64 of a /48 they are stopped at a higher number")
    func networks() async throws {
        try await TestOffice.with { office in
            for number in 1...5 { try await Self.fail(office, from: "2001:db8:1:2::\(number)") }
            #expect(try await Self.wait(office, from: "2001:db8:1:2:ffff::9") == 5)
            #expect(try await Self.wait(office, from: "2001:db8:1:3::1") == 0)
            let now = office.now
            try await office.database.write { db in
                for number in 0..<234 {
                    let counter = Self.stranger("nobody\(number)@nowhere.example", "2001:db8:1:\(number + 16)::1")
                    try SignInAttempt.record(db, counter, succeeded: false, at: now)
                }
            }
            #expect(try await Self.wait(office, "ewa@przewozy.example", from: "2001:db8:1:fffe::1") == 0)
            try await Self.fail(office, "nobody@nowhere.example", from: "2001:db8:1:fffd::1")
            #expect(try await Self.wait(office, "ewa@przewozy.example", from: "2001:db8:1:fffe::1") == 900)
            #expect(try await Self.wait(office, "ewa@przewozy.example", from: "2001:db8:2::1") == 0)
        }
    }

    @Test(
        "That were wrong stand in the journal once an hour, however many they were, also after the program has stopped")
    func summed() async throws {
        try await TestOffice.with { office in
            // Ten minutes before a full hour.
            office.pass(50 * 60)
            for number in 0..<3 { try await Self.fail(office, from: "198.51.100.\(number)", times: 100) }
            try await Self.succeed(office)
            let now = office.now
            try await office.database.write { db in
                let reset = SignInAttempt.Counter.reset(
                    account: EmailAddress("x").digest, AddressGroup("192.0.2.7"))
                _ = try SignInAttempt.claim(db, reset, at: now)
            }
            let facts = { try await office.texts("SELECT detail FROM auditEvent WHERE action = 'signInFailed'") }
            let sweep = {
                let now = office.now
                try await office.database.write { db in try SignInAttempt.sweep(db, at: now) }
            }
            try await sweep()
            #expect(try await facts().isEmpty, "the hour is not over")
            office.pass(12 * 60)
            try await sweep()
            try await sweep()
            #expect(
                try await facts() == [
                    #"{"accounts":"1","address":"198.51.100.0","addresses":"3","count":"300","hour":"2026-11-20T12:00:00Z"}"#
                ])
            // There was no sweep for two days: attempts are summed before they are deleted.
            try await Self.fail(office)
            office.pass(48 * 3600)
            try await sweep()
            #expect(try await facts().count == 2)
            #expect(try await office.counts()["signInAttempt"] == 0)
        }
    }
}
