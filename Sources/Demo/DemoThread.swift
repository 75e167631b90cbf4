import Models

/// A conversation as it is written down in this folder:
///
///     # Subject
///     C: What the client writes, on as many lines as it takes.
///     O+register: What the office answers, with a paper of that kind.
///     - a list keeps its lines
struct DemoThread {
    struct Step {
        let side: Message.Side
        let paper: DemoPaper.Kind?
        var body: String
    }

    let subject: String
    var steps: [Step] = []

    /// The conversations written in a text.
    static func parse(_ text: String) -> [DemoThread] {
        text.split(separator: "\n").reduce(into: []) { threads, line in
            if line.hasPrefix("# ") {
                threads.append(DemoThread(subject: String(line.dropFirst(2))))
            } else if let step = step(line) {
                threads[threads.count - 1].steps.append(step)
            } else {
                threads[threads.count - 1].extend(with: line)
            }
        }
    }

    /// A line that begins with a side: `C: `, `O+register: `.
    private static func step(_ line: Substring) -> Step? {
        guard let first = line.first, "CO".contains(first), let colon = line.firstIndex(of: ":") else { return nil }
        let mark = line[..<colon].dropFirst()
        guard mark.isEmpty || mark.hasPrefix("+") else { return nil }
        let body = line[colon...].dropFirst(2)
        return Step(
            side: first == "C" ? .client : .office, paper: DemoPaper.Kind(rawValue: String(mark.dropFirst())),
            body: String(body)
        )
    }

    private mutating func extend(with line: Substring) {
        let joint = DemoText.isListItem(line) ? "\n" : " "
        steps[steps.count - 1].body += joint + line
    }
}
