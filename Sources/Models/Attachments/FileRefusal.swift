/// Why an uploaded file is not taken; the page tells the person, nothing is stored.
package enum FileRefusal: Error, Equatable, Sendable {
    /// The name says one type, the bytes another: a program called `faktura.pdf`. `claimed` is a kind ("PDF"), `found`
    /// a kind where it is one of ours, else libmagic's media type.
    case mismatch(claimed: String, found: String)
    /// A type that is not on the list; `found` is libmagic's media type, or the extension (".ps1") where the bytes
    /// alone would pass.
    case notAllowed(found: String)
    /// No bytes at all.
    case empty
    /// A name with a NUL or a line break in it, which no honest browser sends.
    case badName
}
