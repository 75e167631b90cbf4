import Models

/// The version of this program, as in `skrytka --version` and the Debian package.
enum Version {
    static let text = "0.3.0"
    static let current = ProgramVersion(text)
}
