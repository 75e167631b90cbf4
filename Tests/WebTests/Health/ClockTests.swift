import Dates
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import Secrets
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("A clock that jumps")
struct ClockTests {
    /// The two clocks of a machine.
    private final class Machine: Sendable {
        private let state = Mutex((at: Cast.start, uptime: 1000.0))
        var at: Date { state.withLock { $0.at } }
        var uptime: TimeInterval { state.withLock { $0.uptime } }

        func pass(_ seconds: TimeInterval, andJump jump: TimeInterval = 0) {
            state.withLock { state in
                state.at.addTimeInterval(seconds + jump)
                state.uptime += seconds
            }
        }
    }

    private static let day: TimeInterval = 24 * 3600

    @Test("is told to the head alone, ends nobody's session, and she confirms it, which the journal keeps")
    func confirmed() async throws {
        try await TestOffice.with { office in
            let machine = Machine()
            let clock = ClockWatch(file: nil, wall: { machine.at }, uptime: { machine.uptime })
            let portal = try office.portal(clock: clock)
            try await buildApplication(portal).test(.router) { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let marek = try await office.browser(client, as: office.cast.marek)
                machine.pass(60, andJump: 400 * Self.day)
                #expect(clock.look() == .noticed(.ahead))
                let alarm = "Zegar serwera przeskoczył do przodu"
                let page = try await anna.get("/office/questions")
                #expect(page.status == .ok && page.text.contains(alarm) && page.text.contains("Potwierdź tę godzinę"))
                let other = try await marek.get("/office/questions")
                #expect(other.status == .ok && !other.text.contains(alarm))
                #expect(try await anna.post("/office/clock/confirmation").location == "/office/firms")
                #expect(clock.doubt == nil && portal.now() == machine.at)
                let entries = try await office.database.read { db in
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM auditEvent WHERE action = 'clockConfirmed'")
                }
                #expect(entries == 1)
                // When she confirms, her session has long ended.
                #expect(try await anna.get("/office/questions").status == .seeOther)
            }
        }
    }

    @Test("makes no session longer: neither while it is doubted, nor when it has gone back for good")
    func sessions() async throws {
        try await TestOffice.with { office in
            let machine = Machine()
            let clock = ClockWatch(file: nil, wall: { machine.at }, uptime: { machine.uptime })
            let portal = try office.portal(clock: clock)
            try await buildApplication(portal).test(.router) { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let marek = try await office.browser(client, as: office.cast.marek)
                // Marek works all day; his session ends after sixteen hours, whatever the clock shows.
                for hour in 1...15 {
                    machine.pass(3600, andJump: hour == 2 ? -5 * Self.day : 0)
                    _ = clock.look()
                    #expect(try await marek.get("/office/questions").status == .ok, "hour \(hour)")
                    if hour == 3 {
                        let head = try await anna.post("/office/clock/confirmation")
                        #expect(head.status == .seeOther && clock.doubt == nil)
                    }
                }
                machine.pass(2 * 3600)
                #expect(try await marek.get("/office/questions").status == .seeOther)
            }
        }
    }

    @Test("ends no deputy before the day is really over")
    func deputies() async throws {
        try await TestOffice.with { office in
            let machine = Machine()
            let clock = ClockWatch(file: nil, wall: { machine.at }, uptime: { machine.uptime })
            let portal = try office.portal(clock: clock)
            let (cast, now) = (office.cast, office.now)
            let last = try #require(Day("2026-11-21"))
            #expect(Cast.day < last)
            try await office.database.write { db in
                try Deputyship.begin(
                    db, absent: cast.dana, deputy: cast.ola, from: Cast.day, until: last, by: cast.anna,
                    today: Cast.day,
                    at: now)
            }
            let card = "/office/firms/\(cast.carrier.id)"
            try await buildApplication(portal).test(.router) { client in
                let ola = try await office.browser(client, as: cast.ola)
                #expect(try await ola.get(card).status == .ok)
                machine.pass(60, andJump: 400 * Self.day)
                #expect(clock.look() == .noticed(.ahead))
                #expect(try await ola.get(card).status == .ok, "nobody knows what day it is")
                machine.pass(60, andJump: -400 * Self.day)
                _ = clock.look()
                #expect(clock.doubt == nil)
                #expect(try await ola.get(card).status == .ok)
                // The days pass one after the other; the employees sign in each morning.
                for _ in 1...(3 * 24 * 6) {
                    machine.pass(600)
                    _ = clock.look()
                }
                office.pass(3 * Self.day)
                let later = try await office.browser(client, as: cast.ola)
                #expect(try await later.get("/office/firms").status == .ok)
                #expect(try await later.get(card).status == .notFound)
            }
        }
    }

    @Test(
        "never answers 500, when the time is before that of all that is there",
        arguments: [AccessRole.head, .ownClient])
    func before(_ role: AccessRole) async throws {
        for row in AccessMatrix.rows where ![".", "-"].contains(row.letter(role)) {
            try await TestOffice.with { office in
                let world = try await AccessWorld(office)
                office.pass(-40 * Self.day)
                try await office.app { client in
                    let browser = try await world.browser(client, role)
                    let response = try await world.ask(browser, row)
                    #expect(response.status.code < 500, "\(row.method) \(row.pattern): \(response.status)")
                }
            }
        }
    }
}
