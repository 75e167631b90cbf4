import Models

extension String {
    /// Replaces names with marks, because Swift accepts the marks' code points in no literal.
    var withMarks: String {
        [
            ("{b}", TextMark.bold), ("{i}", .italic), ("{link}", .link), ("{to}", .address), ("{/link}", .linkEnd),
            ("{h}", .heading), ("{*}", .bullet), ("{#}", .number),
        ].reduce(self) { $0.replacing($1.0, with: String($1.1.scalar)) }
    }
}
