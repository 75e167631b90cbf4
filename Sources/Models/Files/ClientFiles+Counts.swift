extension ClientFiles {
    /// What the filters offer, and how many files they show.
    package struct Counts: Sendable {
        /// The groups that have files, of whatever year, in their order.
        package let groups: [(group: Group, hasWaiting: Bool)]
        /// The years with files of the chosen group, the latest first.
        package let years: [Int]
        /// The number of files that the filters show.
        package let all: Int

        /// The group to begin with: the first in which something waits for download.
        package var first: Group? { (groups.first(where: \.hasWaiting) ?? groups.first)?.group }
    }

    /// - Parameter entries: those of the person and the firm (``entries(_:)``).
    package func counts(of entries: [Entry]) -> Counts {
        var (groups, years, all): ([Group: Bool], Set<Int>, Int) = ([:], [], 0)
        for entry in entries {
            if groups[entry.group] != true { groups[entry.group] = entry.isWaiting }
            if let itsYear = entry.year, group == nil || entry.group == group { years.insert(itsYear) }
            if shows(entry) { all += 1 }
        }
        return Counts(
            groups: Group.allCases.compactMap { each in groups[each].map { (group: each, hasWaiting: $0) } },
            years: years.sorted(by: >), all: all)
    }
}
