import Dates
import Foundation

@testable import Formats

/// The small files beside these tests, one for each variant: invented, and valid where there is a schema.
enum TaxFixture {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Files")

    static let names: [String] = {
        let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (all ?? []).filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()
    }()

    static func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(name + ".xml"))
    }

    static func text(_ name: String) throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
    }

    static let limits = TaxFileLimits(bytes: 10_000_000)

    static func read(_ text: String) throws(TaxFileError) -> TaxFile { try read(Data(text.utf8)) }

    static func read(_ bytes: Data) throws(TaxFileError) -> TaxFile {
        try TaxFile.read(XMLSource(bytes), limits: limits)
    }

    /// Returns the error of reading, or nil.
    static func error(_ bytes: Data) -> TaxFileError? {
        do throws(TaxFileError) {
            _ = try read(bytes)
            return nil
        } catch {
            return error
        }
    }

    static func error(_ text: String) -> TaxFileError? { error(Data(text.utf8)) }

    static func summary(_ name: String) throws -> FileSummary { try summary(bytes(name)) }

    static func summary(_ bytes: Data) throws -> FileSummary {
        guard case .file(let summary) = try read(bytes) else { throw TaxFileError(.unexpected) }
        return summary
    }

    static func receipt(_ name: String) throws -> Receipt { try receipt(bytes(name)) }

    static func receipt(_ bytes: Data) throws -> Receipt {
        guard case .receipt(let receipt) = try read(bytes) else { throw TaxFileError(.unexpected) }
        return receipt
    }

    static func rows(_ name: String, _ parts: FilePart...) throws -> [FileRow] {
        try rows(bytes(name), Set(parts.isEmpty ? FilePart.allCases : parts))
    }

    static func rows(_ bytes: Data, _ parts: Set<FilePart>) throws -> [FileRow] {
        var rows: [FileRow] = []
        try TaxFile.forEachRow(of: parts, in: XMLSource(bytes), limits: limits) { rows.append($0) }
        return rows
    }
}

extension Day {
    /// Returns a day, which the test writes correctly.
    static func on(_ text: String) -> Day { Day(text) ?? .epoch }
}
