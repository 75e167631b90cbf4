/// A short state with its colour: good, wait, bad or none.
struct State: Encodable {
    let text: String
    let tone: String
}
