import Foundation

/// Writes lines for the person at the terminal, without buffering. A line that cannot be written, because of a full
/// disk or a closed pipe, is dropped, and the program continues.
enum Terminal {
    static func say(_ line: String) {
        write("\(line)\n", to: .standardOutput)
    }

    private static func write(_ text: String, to file: FileHandle) {
        try? file.write(contentsOf: Data(text.utf8))
    }

    /// Asks a question. Reports an invalid answer at once, and asks again.
    /// - Parameter problem: returns the error in an answer, if any.
    /// - Returns: the answer; `nil` when nobody can be asked.
    static func ask(_ question: String, _ problem: (String) -> String?) -> String? {
        while true {
            write("\(question): ", to: .standardOutput)
            guard let answer = readLine() else {
                say("")
                return nil
            }
            guard let problem = problem(answer) else { return answer }
            complain(problem)
        }
    }

    static func complain(_ line: String) {
        write("\(line)\n", to: .standardError)
    }
}

extension String {
    /// The text for a terminal, which would show direction marks as boxes.
    var withoutIsolates: String {
        String(unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) })
    }
}
