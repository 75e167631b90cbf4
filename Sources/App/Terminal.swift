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

    /// What the person at the terminal answers. What is wrong with an answer is said at once, and it is asked again.
    /// - Parameter problem: what is wrong with an answer, if anything.
    /// - Returns: nothing when there is nobody to ask.
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
    /// For a terminal, which shows the marks of direction as boxes.
    var withoutIsolates: String {
        String(unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) })
    }
}
