/// Collects the texts in the rows of each part (invoice numbers, names, descriptions) for the search of printouts. Each
/// text once, up to a number of rows and bytes, so that memory does not grow with the file.
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

    /// The texts by part, without empty ones.
    var all: [FilePart: String] { parts.compactMapValues { $0.words.isEmpty ? nil : $0.words } }
}
