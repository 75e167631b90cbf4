import Foundation
import Hummingbird
import Logging
import Secrets

// Measured by the bench for comparison with the product: the framework with one sentence, and argon2id alone.
//
//     bare hello PORT                 serves "hello" at every request
//     bare argon2 THREADS SECONDS     verifies a password again and again; prints how many a second
//     bare hash PASSWORD              prints a hash to sign in with
//     bare print FILE                 prints a JPK_PKPIR as a ledger; says pages, seconds and kilobytes
let arguments = CommandLine.arguments.dropFirst()

switch (arguments.first, arguments.dropFirst().compactMap { Int($0) }) {
case ("hello", let numbers) where numbers.count == 1:
    var logger = Logger(label: "bare")
    logger.logLevel = .error
    let router = Router()
    router.get("/") { _, _ in "hello" }
    let configuration = ApplicationConfiguration(address: .hostname("127.0.0.1", port: numbers[0]))
    try await Application(router: router, configuration: configuration, logger: logger).runService()
case ("argon2", let numbers) where numbers.count == 2:
    print(try await verifications(threads: numbers[0], seconds: numbers[1]))
case ("hash", _):
    print(try PasswordHash.make(arguments.last ?? "").phc)
case ("print", _):
    print(try Printing.measure(arguments.last ?? ""))
default:
    FileHandle.standardError.write(
        Data("usage: bare hello PORT | argon2 THREADS SECONDS | hash PASSWORD | print FILE\n".utf8))
    exit(2)
}

func verifications(threads: Int, seconds: Int) async throws -> Int {
    let hash = try PasswordHash.make("bench")
    let end = Date().addingTimeInterval(Double(seconds))
    let count = await withTaskGroup(of: Int.self) { group in
        for _ in 0..<threads {
            group.addTask {
                var count = 0
                while Date() < end { count += hash.verify("bench") ? 1 : 0 }
                return count
            }
        }
        return await group.reduce(0, +)
    }
    return count / seconds
}
