/// A valid form that could not be processed, kept so that it is not lost.
struct FailedForm: Error, CustomStringConvertible {
    let cause: any Error
    let form: Form

    /// For the log, without anything that was typed.
    var description: String { "\(cause)" }
}
