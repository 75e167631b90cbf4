// swift-tools-version:6.2
import PackageDescription

// Versions are ranges with a floor; the lock file is not committed.
let package = Package(
    name: "skrytka",
    products: [.executable(name: "skrytka", targets: ["App"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
    targets: [
        // The program: commands, settings, wiring, background loops.
        .executableTarget(
            name: "App",
            dependencies: [
                "CMalloc", "Dates", "Demo", "Formats", "Models", "Secrets", "Transports", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        // The web server: every address, its access rules and its pages. Never imports GRDB.
        .target(
            name: "Web",
            dependencies: [
                "CZlib", "Dates", "Formats", "Images", "Models", "Printouts", "Secrets", "Transports",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        // An office with two years behind it, lived through the verbs of Models: to be tried, and to be tested with.
        .target(
            name: "Demo",
            dependencies: [
                "Dates", "Formats", "Images", "Models", "Secrets", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        // The office's data and rules, and its storage.
        .target(
            name: "Models",
            dependencies: [
                "CMagic", "Dates", "Formats", "Images", "Printouts", "Secrets", "Transports",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        // Parses files that others make (CSV, JPK, declarations, UPO) into values, without knowing the office. Uses
        // Secrets for the digests by which a receipt identifies a document.
        .target(name: "Formats", dependencies: ["CXML", "CZlib", "Dates", "Secrets"]),
        // Draws values as PDF pages: the only code that draws.
        .target(name: "Printouts", dependencies: ["CPango", "Dates", "Formats"]),
        // Decodes the images that people bring, within limits, and encodes them anew without what else was in the file.
        .target(name: "Images", dependencies: ["CPNG", "CTurboJPEG"]),
        // Writes mails and hands them to the office's mail server, without knowing the office. Uses Secrets for the code by
        // which a returned mail is known.
        .target(name: "Transports", dependencies: ["CCurl", "Secrets"]),
        // Days, periods, clock times, and whether the clock can be trusted.
        .target(name: "Dates"),
        // Passwords, tokens, digests: all cryptography, to be reviewed at once.
        .target(name: "Secrets", dependencies: ["CArgon2", "COpenSSL"]),

        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CMagic", pkgConfig: "libmagic", providers: [.apt(["libmagic-dev"])]),
        // Functions of the C library that Swift's own module leaves out.
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CXML", pkgConfig: "xmlsec1-openssl", providers: [.apt(["libxml2-dev", "libxmlsec1-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        .target(
            name: "TestSupport",
            dependencies: [
                "CZlib", "Dates", "Demo", "Images", "Models", "Secrets", "Web",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Tests/TestSupport"
        ),
        .testTarget(name: "FormatsTests", dependencies: ["Dates", "Formats", "TestSupport"], exclude: ["Files"]),
        .testTarget(name: "PrintoutsTests", dependencies: ["CPango", "Dates", "Formats", "Printouts"]),
        .testTarget(name: "ImagesTests", dependencies: ["CTurboJPEG", "Images", "TestSupport"]),
        .testTarget(name: "TransportsTests", dependencies: ["CCurl", "Secrets", "Transports"]),
        .testTarget(name: "DatesTests", dependencies: ["Dates"]),
        .testTarget(name: "SecretsTests", dependencies: ["Secrets"]),
        .testTarget(
            name: "DemoTests",
            dependencies: [
                "Dates", "Demo", "Models", "Secrets", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "ModelsTests",
            dependencies: [
                "Dates", "Formats", "Images", "Models", "Secrets", "TestSupport", "Transports",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Dates", "Formats", "Images", "Models", "Secrets", "TestSupport", "Transports", "Web",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ]
        ),
        .testTarget(name: "ArchitectureTests"),
        // Measured by bin/bench for comparison with the product. Not a product itself.
        .executableTarget(
            name: "Bare",
            dependencies: [
                "Formats", "Printouts", "Secrets", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/Bench/Bare"
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
