import Testing

/// Checks the dependencies of `Package.swift` in each file, because SwiftPM lets a target import anything that is
/// built.
@Suite("Imports")
struct ImportsTests {
    /// The modules that each target may import.
    private static let allowed: [String: Set<String>] = [
        "App": [
            "ArgumentParser", "CMalloc", "Configuration", "Dates", "Demo", "Formats", "Hummingbird", "Logging",
            "Models",
            "Secrets",
            "ServiceLifecycle", "SystemPackage", "Transports", "UnixSignals", "Web",
        ],
        "Web": [
            "CZlib", "Dates", "Formats", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Images", "Logging", "Models",
            "Mustache",
            "NIOCore",
            "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "NIOPosix", "Printouts", "Secrets", "Transports",
        ],
        "Demo": ["Dates", "Formats", "GRDB", "Images", "Models", "Secrets"],
        "Models": [
            "CMagic", "Dates", "Formats", "GRDB", "Images", "Printouts", "Secrets", "Subprocess", "SystemPackage",
            "Transports",
        ],
        "Formats": ["CXML", "CZlib", "Dates", "Secrets"],
        "Printouts": ["CPango", "Dates", "Formats"],
        "Images": ["CPNG", "CTurboJPEG"],
        "Transports": ["CCurl", "Secrets"],
        "Dates": [],
        "Secrets": ["CArgon2", "COpenSSL"],
    ]

    /// Modules that are part of Swift.
    private static let toolchain: Set<String> = [
        "CDispatch", "Dispatch", "Foundation", "Glibc", "RegexBuilder", "Synchronization",
    ]

    @Test("Of each target are those that it may have")
    func allowedOnly() throws {
        for file in try SourceTree.files(in: "Sources", "swift") {
            let allowed = try #require(Self.allowed[String(file.target)], "a new target belongs on the list")
            let foreign = Self.imports(of: file).subtracting(allowed).subtracting(Self.toolchain)
            #expect(foreign.isEmpty, "\(file.path)")
        }
    }

    @Test(
        "Of a library stand in one target alone",
        arguments: [
            ("Mustache", "Web"), ("CCurl", "Transports"), ("CMagic", "Models"),
            ("CMalloc", "App"), ("CArgon2", "Secrets"), ("COpenSSL", "Secrets"), ("Subprocess", "Models"),
            ("CXML", "Formats"), ("CPango", "Printouts"), ("CPNG", "Images"), ("CTurboJPEG", "Images"),
            ("ArgumentParser", "App"),
        ]
    )
    func oneTarget(module: String, target: String) throws {
        let importers = try SourceTree.files(in: "Sources", "swift").filter { Self.imports(of: $0).contains(module) }
        #expect(Set(importers.map(\.target)) == [Substring(target)])
    }

    @Test("Of the database stand in Models and in the demo alone, which lives through its verbs")
    func database() throws {
        let importers = try SourceTree.files(in: "Sources", "swift").filter { Self.imports(of: $0).contains("GRDB") }
        #expect(Set(importers.map(\.target)) == ["Demo", "Models"])
    }

    @Test("Of the web framework stand in App only where the server is wired")
    func hummingbirdInApp() throws {
        let importers = try SourceTree.files(in: "Sources/App", "swift").filter { file in
            Self.imports(of: file).contains { $0.hasPrefix("Hummingbird") || $0.hasPrefix("NIO") }
        }
        #expect(importers.map(\.path) == ["Sources/App/Server.swift"])
    }

    @Test("Are all read by these tests: plain, with an attribute, of one declaration")
    func reading() {
        let file = SourceTree.File(
            path: "Sources/Web/X.swift",
            text:
                "import GRDB\n@testable import Models\n  import struct Foundation.Date\n// import Nothing\npublic import Web.Sub"
        )
        #expect(Self.imports(of: file) == ["GRDB", "Models", "Foundation", "Web"])
    }

    private static func imports(of file: SourceTree.File) -> Set<String> {
        let pattern =
            /^\s*(?:@\w+\s+|public\s+|package\s+|internal\s+|private\s+)*import\s+(?:(?:struct|class|enum|protocol|func|let|var|typealias)\s+)?(\w+)/
        return Set(file.lines.compactMap { $0.firstMatch(of: pattern).map { String($0.1) } })
    }
}
