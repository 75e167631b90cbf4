/// The values that a template shows. Stored properties only, holding finished texts: the template decides
/// nothing but presence and repetition.
protocol Page: Encodable, Sendable {
    /// The template's name: `firms/index`.
    var template: String { get }
}
