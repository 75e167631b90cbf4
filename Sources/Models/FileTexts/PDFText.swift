import Foundation
import Subprocess
import SystemPackage

/// Extracts the text of a PDF with poppler's `pdftotext` and `pdfdetach`, in child processes with narrow limits. The
/// product itself parses no PDF and starts no other program.
package enum PDFText {
    /// The limits of each child process. A file that needs more is not read.
    package struct Limits: Sendable {
        package var processorSeconds = 10
        package var seconds = 60
        /// The address space, in bytes.
        package var memory = 512 * 1024 * 1024
        /// The output, in bytes.
        package var output = 16 * 1024 * 1024

        package init() {}
    }

    /// The extracted contents of a file.
    package struct Contents: Sendable, Equatable {
        /// In reading order.
        package let text: String
        /// By position on the page: words at the same height form a line, however far apart.
        package let lines: String
        /// The list of the embedded files' names; empty when there are none.
        package let attachments: String
    }

    /// The outcome of reading a file.
    package enum Outcome: Sendable, Equatable {
        case contents(Contents)
        /// A program failed or exceeded its limits: the file is locked, damaged, or too large.
        case unreadable
        /// A program did not run: it is missing, could not be started, or was stopped by a signal. That says nothing
        /// about the file.
        case notStarted
    }

    package static let program = "/usr/bin/pdftotext"
    private static let lister = "/usr/bin/pdfdetach"
    /// Sets the limits and then executes the program in the same process, so that no child is left behind.
    private static let limiter = "/usr/bin/prlimit"

    /// Whether the programs are installed.
    package static var isInstalled: Bool {
        [limiter, program, lister].allSatisfy(FileManager.default.isExecutableFile)
    }

    /// Reads the file at a path.
    /// - Parameter program: the path of `pdftotext`, or of a substitute.
    package static func read(
        _ path: String, limits: Limits = Limits(), by program: String = PDFText.program
    ) async -> Outcome {
        guard [limiter, program, lister].allSatisfy(FileManager.default.isExecutableFile) else { return .notStarted }
        return await contents(path, limits, program)
    }

    /// Runs the programs at the same time; the first failure decides the outcome.
    private static func contents(_ path: String, _ limits: Limits, _ program: String) async -> Outcome {
        let words = ["-q", "-enc", "UTF-8", "-nopgbrk"]
        async let text = run(program, words + [path, "-"], limits)
        async let lines = run(program, words + ["-layout", path, "-"], limits)
        async let listed = run(lister, ["-list", path], limits)
        do {
            let (text, lines, listed) = try await (text.get(), lines.get(), listed.get())
            let attachments = listed.hasPrefix("0 embedded files") ? "" : listed
            return .contents(Contents(text: text, lines: lines, attachments: attachments))
        } catch {
            return error.outcome
        }
    }

    /// The failure of a program.
    private struct BadEnd: Error { let outcome: Outcome }

    /// Runs a program and returns its output; kills and awaits the child when the time is over.
    private static func run(
        _ program: String, _ arguments: [String], _ limits: Limits
    ) async -> Result<String, BadEnd> {
        await withTaskGroup(of: Result<String, BadEnd>.self) { group in
            group.addTask { await said(program, arguments, limits) }
            group.addTask {
                try? await Task.sleep(for: .seconds(limits.seconds))
                return .failure(BadEnd(outcome: .unreadable))
            }
            let first = await group.next() ?? .failure(BadEnd(outcome: .notStarted))
            group.cancelAll()
            return first
        }
    }

    private static func said(
        _ program: String, _ arguments: [String], _ limits: Limits
    ) async -> Result<String, BadEnd> {
        do {
            let result = try await start(program, arguments, limits)
            if result.terminationStatus.isSuccess {
                return .success(String(decoding: result.standardOutput, as: UTF8.self))
            }
            return .failure(BadEnd(outcome: isPassing(result.terminationStatus) ? .notStarted : .unreadable))
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .failure(BadEnd(outcome: .unreadable))
        } catch {
            return .failure(BadEnd(outcome: .notStarted))
        }
    }

    /// Whether an exit status says nothing about the file: the limiter could not execute the program (126, 127, as in a
    /// shell), or a signal to stop ended it, as when the server is stopped.
    private static func isPassing(_ status: TerminationStatus) -> Bool {
        switch status {
        case .exited(let code): [126, 127].contains(code)
        case .signaled(let signal): [SIGHUP, SIGINT, SIGTERM].contains(signal)
        }
    }

    private static func start(
        _ program: String, _ arguments: [String], _ limits: Limits
    ) async throws -> ExecutionResult<Void, BytesOutput, DiscardedOutput> {
        try await Subprocess.run(
            .path(.init(limiter)),
            arguments: .init(
                [
                    "--cpu=\(limits.processorSeconds)", "--as=\(limits.memory)", "--fsize=0", "--core=0", "--nofile=32",
                    "--nproc=0", "--", program,
                ] + arguments),
            environment: .custom([:]), workingDirectory: "/", input: .none, output: .bytes(limit: limits.output),
            error: .discarded
        )
    }
}
