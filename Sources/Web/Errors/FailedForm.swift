/// A form that was right and could not be taken, so that it is not lost.
struct FailedForm: Error, CustomStringConvertible {
    let cause: any Error
    let form: Form

    /// For the log, which has nothing that anybody wrote.
    var description: String { "\(cause)" }
}
