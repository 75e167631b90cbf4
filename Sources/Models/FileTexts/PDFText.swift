import Foundation
import Subprocess
import SystemPackage

/// The words of a PDF, by poppler's `pdftotext` in a child process that may do little and not for long. The product
/// itself parses no PDF and starts no other program.
package enum PDFText {
    /// What a child may use. A file that needs more is not read.
    package struct Limits: Sendable {
        package var processorSeconds = 10
        package var seconds = 20
        /// Of memory, all it asks for together.
        package var memory = 512 * 1024 * 1024
        /// Of text.
        package var output = 8 * 1024 * 1024

        package init() {}
    }

    package static let program = "/usr/bin/pdftotext"
    /// Sets the limits and then becomes the program: it has no process of its own to be left behind.
    private static let limiter = "/usr/bin/prlimit"

    /// Whether both programs are there to be started.
    package static var isInstalled: Bool {
        [limiter, program].allSatisfy(FileManager.default.isExecutableFile)
    }

    /// The text of the file at a path; nothing when it cannot be had: locked, damaged, too much of it, no such program.
    package static func read(_ path: String, limits: Limits = Limits()) async -> String? {
        await withTaskGroup(of: String?.self) { group in
            group.addTask { await run(path, limits) }
            group.addTask {
                try? await Task.sleep(for: .seconds(limits.seconds))
                return nil
            }
            // Whichever is first; the child of a reading that is given up is killed, and waited for.
            let text = await group.next() ?? nil
            group.cancelAll()
            return text
        }
    }

    private static func run(_ path: String, _ limits: Limits) async -> String? {
        let result = try? await Subprocess.run(
            .path(.init(limiter)),
            arguments: .init([
                "--cpu=\(limits.processorSeconds)", "--as=\(limits.memory)", "--fsize=0", "--core=0", "--nofile=32",
                "--nproc=0", "--", program, "-q", "-enc", "UTF-8", "-nopgbrk", path, "-",
            ]),
            environment: .custom([:]), workingDirectory: "/", input: .none, output: .bytes(limit: limits.output),
            error: .discarded
        )
        guard let result, result.terminationStatus.isSuccess else { return nil }
        return String(decoding: result.standardOutput, as: UTF8.self)
    }
}
