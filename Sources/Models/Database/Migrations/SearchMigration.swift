/// The words of all messages, and each word once. Opening the office fills them from what there is.
///
/// Words come folded, letters and digits only, so FTS5's plainest tokenizer divides them at the spaces.
/// Without content of its own: a text stands in the database once.
enum SearchMigration {
    static let schema = """
        CREATE VIRTUAL TABLE searchIndex USING fts5(
            subject, body, files, names, firms, content = '', prefix = '3 4', tokenize = 'ascii'
        );
        CREATE TABLE searchWord (word TEXT PRIMARY KEY) WITHOUT ROWID;
        """
}
