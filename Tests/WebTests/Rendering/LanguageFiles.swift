import Dates
import Formats
import Foundation
import Models
import TestSupport
import Transports

@testable import Web

/// Reads the keys of the language files and of the sources.
enum LanguageFiles {
    static let categories: Set<String> = ["zero", "one", "two", "few", "many", "other"]
    static let folder = TestOffice.root.appendingPathComponent("Templates")

    /// The texts by key; a plural's forms under the key of the plural.
    struct Content {
        var texts: [String: String] = [:]
        var plurals: [String: [String: String]] = [:]

        var keys: Set<String> { Set(texts.keys).union(plurals.keys) }
    }

    static func file(_ code: String, in folder: URL = folder) -> URL {
        folder.appendingPathComponent("languages/\(code).json")
    }

    static func content(_ language: Language) throws -> Content { try content(file(language.rawValue)) }

    static func content(_ file: URL) throws -> Content {
        let data = try Data(contentsOf: file)
        var content = Content()
        func read(_ object: [String: Any], _ prefix: String) {
            for (key, value) in object {
                if let text = value as? String {
                    content.texts[prefix + key] = text
                } else if let forms = value as? [String: String], Set(forms.keys).isSubset(of: categories) {
                    content.plurals[prefix + key] = forms
                } else if let inner = value as? [String: Any] {
                    read(inner, "\(prefix)\(key).")
                }
            }
        }
        read(try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:], "")
        return content
    }

    /// Returns every text with its key, including the forms of plurals.
    static func all(_ language: Language) throws -> [(key: String, text: String)] {
        let content = try content(language)
        return content.texts.map { (key: $0, text: $1) }
            + content.plurals.flatMap { key, forms in forms.values.map { (key: key, text: $0) } }
    }

    /// The endings of the keys that the sources put together.
    static let endings: [String: [String]] = [
        "audit.actions.": AuditEvent.Action.allCases.map(\.rawValue),
        "alarm.clock.": ClockJudge.Doubt.allCases.map(\.rawValue), "fieldNames.": Array(FormFields.written),
        "form.": TaxationForm.allCases.map(\.rawValue), "country.": Country.allCases.map(\.rawValue),
        "firms.tab.": FirmCard.Tab.allCases.map(\.rawValue),
        "column.": FirmTab.allCases.flatMap(\.columns).map(\.key),
        "firms.listTab.": FirmTab.allCases.map(\.rawValue),
        "firms.filter.": FirmOption.names + ["nobody", "unknown", "search"],
        "firms.vat.": VATPeriod.allCases.map(\.rawValue) + ["none"],
        "firms.state.": FirmOption.State.allCases.map(\.rawValue),
        "firms.waits.": ["answer", "reading", "signIn", "person", "nothing"],
        "firms.missing.": ["vat", "form", "supervisor", "approver"],
        "archive.show.": ArchiveQuery.Show.allCases.map(\.rawValue) + ["all"],
        "archive.table.": FirmArchive.Page.columns,
        "archive.kind.": Message.Kind.allCases.map(\.rawValue),
        "firmSettings.vat.": VATPeriod.allCases.map(\.rawValue),
        "sends.failed.": PlannedSend.Failure.allCases.map(\.rawValue),
        "report.show.": BroadcastReport.Show.allCases.map(\.rawValue),
        "questions.show.": Questions.Show.allCases.map(\.rawValue),
        "questions.empty.": Questions.Show.allCases.map(\.rawValue), "report.part.": ["taken", "read", "waiting"],
        "files.group.": ClientFiles.Group.allCases.map(\.rawValue),
        "files.take.": ClientFiles.Group.allCases.map(\.rawValue) + ["waiting"],
        "firmImports.column.": FirmColumn.allCases.map(\.rawValue),
        "firmImports.columnHint.": FirmColumn.allCases.map(\.rawValue),
        "firmImports.vat.": VATPeriod.allCases.map(\.rawValue),
        "firmImports.encoding.": TextEncoding.allCases.map(\.rawValue),
        "firmImports.csv.": CSVError.Kind.allCases.map(\.rawValue),
        "taxImports.error.": TaxFileError.Reason.allCases.map(\.rawValue),
        "taxImports.zip.": ZipError.Reason.allCases.map(\.rawValue),
        "taxImports.tab.": TaxImportList.Filter.allCases.map(\.rawValue),
        "taxImports.empty.": (TaxImportList.Filter.allCases.map(\.rawValue) + ["found"]).flatMap {
            ["\($0)Title", "\($0)Text"]
        },
        "taxImports.signature.": SignatureState.allCases.map(\.rawValue),
        "taxImports.signatureNote.": SignatureState.allCases.map(\.rawValue),
        "taxImports.weakness.": SignatureWeakness.allCases.map(\.rawValue),
        "taxImports.doubt.": TaxReceipt.Doubt.allCases.map(\.rawValue),
        "taxImports.purposes.": TaxImport.Purpose.allCases.map(\.rawValue),
        "taxImports.fact.": [
            "taxpayer", "subject", "period", "purpose", "made", "taxOffice", "reference", "received", "signed",
            "fileName", "size",
            "importedBy", "givenBy", "sha256",
        ],
        "period.month": (1...12).map(String.init), "period.quarter": (1...4).map(String.init),
        "skip.": DraftCheck.Skip.allCases.map(\.rawValue),
        "printoutChoice.group.": Printout.Kind.Group.allCases.map(\.rawValue),
        "printoutChoice.all.": Printout.Kind.Group.allCases.map(\.rawValue),
        "demoRole.": Staff.Role.allCases.map(\.rawValue) + ["client"],
        "right.": ["read", "approve", "payroll"], "right.hint.": ["read", "approve", "payroll"],
        "staff.show.": StaffFirms.Show.allCases.map(\.rawValue),
        "staff.empty.": StaffFirms.Show.allCases.map(\.rawValue),
        "staff.duty.": Assignment.Duty.allCases.map(\.rawValue),
        "outbox.kind.": PersonalLink.Purpose.allCases.map(\.rawValue),
        "outbox.known.": Invitation.Known.allCases.map(\.rawValue),
        "outbox.state.": OutgoingMail.State.allCases.map(\.rawValue),
        "mail.": PersonalLink.Purpose.allCases.flatMap { ["\($0.rawValue).subject", "\($0.rawValue).body"] },
        "person.": ["active", "invited", "disabled"], "time.month": (1...12).map(String.init),
        "printouts.kind.": Printout.Kind.allCases.map(\.rawValue),
        "printouts.file.": Printout.Kind.allCases.map(\.rawValue),
        "printoutChoice.": ["skip", "onlyComplete", "without"],
        "printoutChoice.count.": ["complete", "partial", "withoutAny"],
        "offices.colours.": AccentFields.colours.map(\.name),
        "mailSettings.security.": SMTPRelay.Security.allCases.map(\.rawValue),
        "mailSettings.failure.": MailFailure.Reason.allCases.map(\.rawValue),
        "mailSettings.remedy.": MailFailure.Reason.allCases.map(\.rawValue),
        "mailSettings.summary.": MailFields.Found.summaries,
        "printouts.frame.identifier.": Country.allCases.map(\.rawValue),
    ]

    /// Returns the complete keys in the Swift sources.
    static func askedBySwift() throws -> Set<String> {
        var keys = Set<String>()
        for source in try swift("Sources/Web") {
            keys.formUnion(source.matches(of: /(?:text|plural)\(\s*"([\w.]+)"/).map { String($0.1) })
            keys.formUnion(source.matches(of: /[?:] "([a-z]\w*\.[\w.]+)"/).map { String($0.1) })
        }
        for source in try swift("Sources/Web") + swift("Sources/Models") {
            keys.formUnion(source.matches(of: /"(errors\.\w+)"/).map { String($0.1) })
        }
        let failures = try String(
            contentsOf: TestOffice.root.appendingPathComponent("Sources/Web/Errors/Failure.swift"), encoding: .utf8
        )
        for line in failures.split(separator: "\n") where line.contains("self.init(") {
            keys.formUnion(line.matches(of: /"(\w+)"/).flatMap { ["errors.\($0.1)", "errors.\($0.1)Heading"] })
        }
        return keys
    }

    /// Returns the beginnings of keys that Swift puts together.
    static func begunBySwift() throws -> Set<String> {
        Set(
            try swift("Sources/Web").flatMap { $0.matches(of: /(?:text|plural)\("([\w.]+)\\\(/).map { String($0.1) } }
        )
    }

    /// Returns those that end with a case of an enumeration.
    static func begunByCases() throws -> Set<String> {
        Set(
            try swift("Sources/Web").flatMap {
                $0.matches(of: /"([a-zA-Z]+\.[\w.]*)\\\([^)"]*rawValue/).map { String($0.1) }
            })
    }

    static func askedByTemplates() throws -> Set<String> {
        Set(
            try TemplateSet.sources(in: folder).values.flatMap {
                $0.matches(of: /\[\[(?!page\.)([\w.]+)\]\]/).map { String($0.1) }
            })
    }

    private static func swift(_ path: String) throws -> [String] {
        let files = FileManager.default.enumerator(
            at: TestOffice.root.appendingPathComponent(path), includingPropertiesForKeys: nil)
        var sources: [String] = []
        while let url = files?.nextObject() as? URL {
            if url.pathExtension == "swift" { sources.append(try String(contentsOf: url, encoding: .utf8)) }
        }
        return sources
    }
}
