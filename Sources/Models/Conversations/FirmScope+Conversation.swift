import GRDB

extension FirmScope {
    /// A query of `personId`: the client's people who may see a conversation.
    static func readers(of conversation: Conversation) -> SQL {
        readers(of: "\(conversation.firmId)", payroll: "\(conversation.isPayroll)")
    }
}
