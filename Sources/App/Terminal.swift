import ArgumentParser
import Foundation

/// Lines for the person at the terminal, written at once even when the output is a file or a pipe.
enum Terminal {
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    /// The option's value, or what the person at the terminal answers.
    /// - Throws: a usage error that names the option when there is nobody to ask.
    static func ask(_ given: String?, _ question: String, option: String) throws -> String {
        if let given { return given }
        FileHandle.standardOutput.write(Data("\(question): ".utf8))
        guard let answer = readLine(), !answer.isEmpty else {
            say("")
            throw ValidationError("--\(option) is needed")
        }
        return answer
    }

    static func complain(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
}

extension String {
    /// For a terminal, which shows the marks of direction as boxes.
    var withoutIsolates: String {
        String(unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) })
    }
}
