// swift-tools-version:6.2
import PackageDescription

// A package of its own: libFuzzer needs everything built with it. The targets are the product's, by link.
let package = Package(
    name: "fuzz",
    targets: [
        .executableTarget(name: "FuzzTaxFile", dependencies: ["Driver", "Formats"]),
        // libFuzzer's own way in, which a Swift program with a main of its own can call.
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
