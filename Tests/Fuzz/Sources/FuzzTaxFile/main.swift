import Driver
import Formats
import Foundation

// Any bytes give an error or a value, never a crash. The rows of a file that can be read can be read too.
let status = fuzz(CommandLine.argc, CommandLine.unsafeArgv) { bytes, count in
    let data = bytes.map { Data(bytes: $0, count: count) } ?? Data()
    var limits = TaxFileLimits(bytes: 1_000_000)
    limits.fields = 1000
    if let file = try? TaxFile.read(XMLSource(data), limits: limits) {
        do {
            try TaxFile.forEachRow(of: Set(FilePart.allCases), in: XMLSource(data), limits: limits) { _ in }
        } catch {
            fatalError("read once as \(file), and not again: \(error)")
        }
    }
    return 0
}
exit(status)
