// swift-tools-version:6.2
import PackageDescription

// A separate package, because libFuzzer needs everything built with it. Its targets are links to the product's.
let package = Package(
    name: "fuzz",
    targets: [
        .executableTarget(name: "FuzzTaxFile", dependencies: ["Driver", "Formats"]),
        // libFuzzer's entry point for programs with their own main function, which Swift can call.
        .target(name: "Driver"),
        .target(name: "Formats", dependencies: ["CXML", "Secrets"]),
        .target(name: "Secrets", dependencies: ["CArgon2", "COpenSSL"]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2"),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto"),
        .systemLibrary(name: "CXML", pkgConfig: "xmlsec1-openssl"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")]
}
