import Foundation
import Subprocess
import SystemPackage

/// The words of a PDF, by poppler's `pdftotext` and `pdfdetach` in child processes that may do little and not for long.
/// The product itself parses no PDF and starts no other program.
package enum PDFText {
    /// What each child may use. A file that needs more is not read.
    package struct Limits: Sendable {
        package var processorSeconds = 10
        package var seconds = 60
        /// Of memory, all it asks for together.
        package var memory = 512 * 1024 * 1024
        /// Of text, in bytes.
        package var output = 16 * 1024 * 1024

        package init() {}
    }

    /// What stands in a file.
    package struct Contents: Sendable, Equatable {
        /// In the order in which it is read.
        package let text: String
        /// The same by its place on the page: what stands at one height is one line, however far apart.
        package let lines: String
        /// The list of the files in it, by their names; empty where it holds none.
        package let attachments: String
    }

    /// What is known of a file's text.
    package enum Outcome: Sendable, Equatable {
        case contents(Contents)
        /// A program ended without a text, or by its limits: the file is locked, damaged, or too much.
        case unreadable
        /// A program did not get to its work: it is missing, the machine starts none, or it was told to stop. That says
        /// nothing of the file.
        case notStarted
    }

    package static let program = "/usr/bin/pdftotext"
    private static let lister = "/usr/bin/pdfdetach"
    /// Sets the limits and then becomes the program: it has no process of its own to be left behind.
    private static let limiter = "/usr/bin/prlimit"

    /// Whether the programs are there to be started.
    package static var isInstalled: Bool {
        [limiter, program, lister].allSatisfy(FileManager.default.isExecutableFile)
    }

    /// What stands in the file at a path.
    /// - Parameter program: the one that reads it.
    package static func read(
        _ path: String, limits: Limits = Limits(), by program: String = PDFText.program
    ) async -> Outcome {
        guard [limiter, program, lister].allSatisfy(FileManager.default.isExecutableFile) else { return .notStarted }
        return await contents(path, limits, program)
    }

    /// The programs work at the same time; one that does not end well says what is known.
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

    /// How a program ended that gave no text.
    private struct BadEnd: Error { let outcome: Outcome }

    /// What a program says; the child of one that is given up is killed, and waited for.
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

    /// Whether an end says nothing of the file: the limiter could not become the program (126, 127, as a shell says it),
    /// or somebody told it to stop, as whoever stops the server does.
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
