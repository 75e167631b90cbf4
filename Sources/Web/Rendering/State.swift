/// A short state with its colour: good, wait, bad or none.
struct State: Sendable {
    let text: String
    let tone: String
}
