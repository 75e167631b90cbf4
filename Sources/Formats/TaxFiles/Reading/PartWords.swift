/// The texts in the rows of each part: numbers of invoices, names, what happened. For whoever looks for one of them
/// in a printout. Each text once, and only those of so many rows and bytes that memory does not grow with the file.
struct PartWords {
    private struct Gathered {
        var rows = 0
        var known: Set<String> = []
        var words = ""

        mutating func add(_ record: Record) {
            rows += 1
            for text in record.texts where known.insert(text).inserted {
                words += words.isEmpty ? text : " \(text)"
            }
        }

        var isFull: Bool { rows >= PartWords.rows || words.utf8.count > PartWords.bytes }
    }

    private static let rows = 5_000
    private static let bytes = 100_000
    private var parts: [FilePart: Gathered] = [:]

    mutating func add(_ record: Record, of part: FilePart) {
        guard parts[part]?.isFull != true else { return }
        parts[part, default: Gathered()].add(record)
    }

    /// By part, those that have any.
    var all: [FilePart: String] { parts.compactMapValues { $0.words.isEmpty ? nil : $0.words } }
}
