import ArgumentParser
import Foundation

/// Lines for the person at the terminal, written at once even when the output is a file or a pipe. One that is refused,
/// by a full disk or a reader who has gone, is left out: the program goes on.
enum Terminal {
    static func say(_ line: String) {
        write("\(line)\n", to: .standardOutput)
    }

    private static func write(_ text: String, to file: FileHandle) {
        try? file.write(contentsOf: Data(text.utf8))
    }

    /// The option's value, or what the person at the terminal answers.
    /// - Throws: a usage error that names the option when there is nobody to ask.
    static func ask(_ given: String?, _ question: String, option: String) throws -> String {
        if let given { return given }
        write("\(question): ", to: .standardOutput)
        guard let answer = readLine(), !answer.isEmpty else {
            say("")
            throw ValidationError("--\(option) is needed")
        }
        return answer
    }

    static func complain(_ line: String) {
        write("\(line)\n", to: .standardError)
    }
}

extension String {
    /// For a terminal, which shows the marks of direction as boxes.
    var withoutIsolates: String {
        String(unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) })
    }
}
