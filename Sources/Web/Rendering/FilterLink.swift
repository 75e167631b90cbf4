/// One choice of a filter: a link to the page with it.
struct FilterLink: Encodable {
    let label: String
    let href: String
    let isCurrent: Bool
}
