import Models

/// A person's photo, or the initials. People of the office keep one tint each, in which nobody is taken for another.
struct Avatar: Encodable {
    let initials: String
    /// The number of the tint; `nil` for clients and for the office as such.
    let tint: String?
    let photoHref: String?

    init(_ name: String, staff id: Int64? = nil, photo: String? = nil) {
        initials = Format.initials(name)
        tint = id.map { "\($0 % Self.tints)" }
        photoHref = photo.map { Path.photo($0).text }
    }

    /// As many as `.avatar--` has in the stylesheet.
    private static let tints: Int64 = 3
}
