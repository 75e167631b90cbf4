/// The reason why an uploaded file is refused; the page tells the person, nothing is stored.
package enum FileRefusal: Error, Equatable, Sendable {
    /// The name claims one type, the bytes are another: a program called `faktura.pdf`. `claimed` is a kind ("PDF"),
    /// `found` a kind if the type is an allowed one, else libmagic's media type.
    case mismatch(claimed: String, found: String)
    /// A type that is not allowed; `found` is libmagic's media type, or the extension (".ps1") where the bytes alone
    /// would be allowed.
    case notAllowed(found: String)
    /// No bytes at all.
    case empty
    /// A name with a NUL or a line break in it, which no honest browser sends.
    case badName
}
