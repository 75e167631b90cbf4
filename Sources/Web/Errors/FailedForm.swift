/// A form that was right and could not be stored, with what was written in it, so that it is not lost.
struct FailedForm: Error, CustomStringConvertible {
    let cause: any Error
    let typed: String?

    /// For the log, which has nothing that anybody wrote.
    var description: String { "\(cause)" }
}
