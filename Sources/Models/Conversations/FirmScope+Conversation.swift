import GRDB

extension FirmScope {
    /// The client's people who may know of a conversation, as a query of `personId`.
    static func readers(of conversation: Conversation) -> SQL {
        readers(of: "\(conversation.firmId)", payroll: "\(conversation.isPayroll)")
    }
}
