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

    /// What is known of a file's text.
    package enum Outcome: Sendable, Equatable {
        case text(String)
        /// The program ended without a text, or by its limits: the file is locked, damaged, or too much.
        case unreadable
        /// The program did not get to its work: it is missing, the machine starts none, or it was told to stop. That says
        /// nothing of the file.
        case notStarted
    }

    package static let program = "/usr/bin/pdftotext"
    /// Sets the limits and then becomes the program: it has no process of its own to be left behind.
    private static let limiter = "/usr/bin/prlimit"

    /// Whether both programs are there to be started.
    package static var isInstalled: Bool {
        [limiter, program].allSatisfy(FileManager.default.isExecutableFile)
    }

    /// The text of the file at a path.
    /// - Parameter program: the one that reads it.
    package static func read(
        _ path: String, limits: Limits = Limits(), by program: String = PDFText.program
    ) async -> Outcome {
        guard [limiter, program].allSatisfy(FileManager.default.isExecutableFile) else { return .notStarted }
        return await withTaskGroup(of: Outcome.self) { group in
            group.addTask { await run(program, path, limits) }
            group.addTask {
                try? await Task.sleep(for: .seconds(limits.seconds))
                return .unreadable
            }
            // Whichever is first; the child of a reading that is given up is killed, and waited for.
            let outcome = await group.next() ?? .notStarted
            group.cancelAll()
            return outcome
        }
    }

    private static func run(_ program: String, _ path: String, _ limits: Limits) async -> Outcome {
        do {
            let result = try await start(program, path, limits)
            if result.terminationStatus.isSuccess {
                return .text(String(decoding: result.standardOutput, as: UTF8.self))
            }
            return isPassing(result.terminationStatus) ? .notStarted : .unreadable
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .unreadable
        } catch {
            return .notStarted
        }
    }

    /// Whether an end says nothing of the file: the limiter could not become the program (126, 127, as a shell says it),
    /// or somebody told it to stop, as whoever stops the server does.
    private static func isPassing(_ status: TerminationStatus) -> Bool {
        switch status {
        case .exited(let code): [126, 127].contains(code)
        case .signaled(let signal): [SIGHUP, SIGINT, SIGTERM].contains(signal)
        }
    }

    private static func start(
        _ program: String, _ path: String, _ limits: Limits
    ) async throws -> ExecutionResult<Void, BytesOutput, DiscardedOutput> {
        try await Subprocess.run(
            .path(.init(limiter)),
            arguments: .init([
                "--cpu=\(limits.processorSeconds)", "--as=\(limits.memory)", "--fsize=0", "--core=0", "--nofile=32",
                "--nproc=0", "--", program, "-q", "-enc", "UTF-8", "-nopgbrk", path, "-",
            ]),
            environment: .custom([:]), workingDirectory: "/", input: .none, output: .bytes(limit: limits.output),
            error: .discarded
        )
    }
}
