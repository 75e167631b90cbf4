import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

/// No mail or SMS is sent yet, so no page may claim it.
@Suite("What the pages promise")
struct PromisesTests {
    @Test("is no word of notifications or channels about a person, and saving rights leaves what is stored of them")
    func hidden() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let people = "/office/firms/\(cast.bakery.id)/people"
                for path in [people, "\(people)/\(cast.piotr)"] {
                    let page = try await anna.get(path).text
                    #expect(page.contains("value=\"payroll\""), "\(path)")
                    for word in ["value=\"notified\"", "name=\"channel\"", "WhatsApp", "SMS"] {
                        #expect(!page.contains(word), "\(path): \(word)")
                    }
                }
                let saved = try await anna.post(
                    "\(people)/\(cast.piotr)/rights", [("rights", "1"), ("right", "read"), ("right", "payroll")])
                #expect(saved.status == .seeOther)
                let corrected = try await anna.post(
                    "\(people)/\(cast.piotr)", ["name": "Piotr Kłos", "phone": "", "language": "pl"])
                #expect(corrected.status == .seeOther)
                let rights = try await office.database.read { db in
                    try Membership.member(db, cast.piotr, of: cast.bakery, at: office.now).rights
                }
                #expect(rights.canPayroll && !rights.canApprove && rights.isNotified)
            }
        }
    }

    @Test("is in no language that mail is sent", arguments: Language.allCases)
    func outbox(language: Language) throws {
        let text = try LanguageText(language, folder: LanguageFiles.folder)
        #expect(text.keys.allSatisfy { !$0.hasPrefix("channel.") && !$0.hasSuffix(".notified") })
    }
}
