import Formats

/// The titles above the fields of a declaration: of groups and attachments, and of the parts of the form.
struct DeclarationSections {
    private let labels: DeclarationLabels?
    private var path: [String] = []
    private var part: String?

    init(_ labels: DeclarationLabels?) { self.labels = labels }

    /// Returns the title above a field, unless it is the same as for the field before. When fields outside of a group
    /// or part follow one, the title says so.
    mutating func title(before field: DeclarationField) -> String? {
        let part = field.path.isEmpty ? labels?.part(of: field.element) : nil
        guard field.path != path || part != self.part else { return nil }
        let isAfterPart = field.path == path && part == nil
        (path, self.part) = (field.path, part)
        return part ?? (isAfterPart ? "Pozostałe pozycje" : Self.title(field.path, labels))
    }

    private static func title(_ path: [String], _ labels: DeclarationLabels?) -> String {
        if path.isEmpty { return "Pozycje szczegółowe" }
        if let title = SubjectLabels.title(path) { return title }
        return path.map { step in
            let name = String(step.prefix { $0 != "[" })
            return labels?[name].map { "\($0) \(step.dropFirst(name.count))" } ?? step.replacing("_", with: " ")
        }.joined(separator: " · ")
    }
}
