import Foundation

/// Lines for the person at the terminal, written at once even when the output is a file or a pipe.
enum Terminal {
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    static func complain(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
}
