import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import NIOCore
import Secrets
import TestSupport
import Testing

@testable import Web

@Suite("The access matrix")
struct AccessMatrixTests {
    @Test("has a row for every route, and no row for a route that is gone")
    func isComplete() async throws {
        try await TestOffice.with { office in
            let routes = Set(buildRouter(office.portal).routes.map { "\($0.method) \($0.pattern)" })
            let rows = AccessMatrix.rows.map { "\($0.method) \($0.pattern)" }
            #expect(Set(rows) == routes)
            #expect(rows.count == Set(rows).count)
            #expect(AccessMatrix.rows.allSatisfy { $0.letters.count == AccessRole.columns.count })
        }
    }

    @Test("holds for every role on the bakery's objects", arguments: AccessRole.allCases)
    func holds(_ role: AccessRole) async throws {
        for row in AccessMatrix.rows { try await Self.hold(row, role, row.letter(role)) }
    }

    @Test("holds for every right on a conversation about payroll", arguments: PayrollMatrix.roles)
    func payroll(_ role: AccessRole) async throws {
        let index = try #require(PayrollMatrix.roles.firstIndex(of: role))
        for row in PayrollMatrix.rows {
            #expect(row.letters.count == PayrollMatrix.roles.count)
            try await Self.hold(row, role, row.letters[index], isPayroll: true)
        }
    }

    private static func hold(
        _ row: AccessRow, _ role: AccessRole, _ expected: Character?, isPayroll: Bool = false
    ) async throws {
        let letter = try #require(expected)
        try await TestOffice.with { office in
            let world = try await AccessWorld(office, isPayroll: isPayroll)
            try await office.app { client in
                let browser = try await world.browser(client, role)
                let response = try await world.ask(browser, row)
                let note = "\(role) \(row.method) \(row.pattern): \(response.status) \(response.location)"
                #expect(Self.fits(response, letter), "\(note), expected \(letter)")
            }
        }
    }

    @Test("answers for a foreign object exactly as for one that does not exist", arguments: AccessRole.allCases)
    func foreignIsNothing(_ role: AccessRole) async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let browser = try await world.browser(client, role)
                for row in AccessMatrix.rows where row.method == .get && row.pattern.contains(":id") {
                    guard row.letter(role) == "-" else { continue }
                    let foreign = try await world.ask(browser, row)
                    let nothing = try await browser.get(row.pattern.replacing(":id", with: "987654321"))
                    #expect(foreign.status == nothing.status)
                    #expect(foreign.text == nothing.text)
                    #expect(foreign.headers == nothing.headers)
                }
            }
        }
    }

    @Test("takes a full step of time to find nothing, so that the time tells nothing", arguments: [0.0, 0.5, 1, 2.5])
    func time(_ share: Double) async {
        let arrived = ContinuousClock.now - NothingFound.step * share
        await NothingFound.wait(since: arrived)
        let steps = (ContinuousClock.now - arrived) / NothingFound.step
        #expect(steps >= max(1, share.rounded(.up)))
    }

    private static func fits(_ response: Answer, _ letter: Character) -> Bool {
        switch letter {
        case "+":
            response.status.kind == .successful
                || response.status == .seeOther && !response.location.hasPrefix("/sign-in?")
        case "-", ".": response.status == .notFound
        case "s":
            response.status == .unauthorized
                || response.status == .seeOther && response.location.hasPrefix("/sign-in?next=")
        case "!": response.status == .unprocessableContent
        case "r": response.status == .seeOther && response.location == "/office/firms"
        default: false
        }
    }
}
