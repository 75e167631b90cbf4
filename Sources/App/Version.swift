import Models

/// The version of this program, as `skrytka --version` says it and the Debian package carries it.
enum Version {
    static let text = "0.3.0"
    static let current = ProgramVersion(text)
}
