/// One choice of a filter: a link to the page with it.
struct FilterLink: Sendable {
    let label: String
    let href: String
    let isCurrent: Bool
}
