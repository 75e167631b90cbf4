/// What nobody sees: files in a PDF, which nobody has read (those of PDFs read before are not known), and signs in an
/// address, with which its owner could not sign in. And numbers as one word, however they are written, for the searches.
enum SeenMigration {
    static let files = """
        ALTER TABLE fileText ADD COLUMN hasFiles INTEGER NOT NULL DEFAULT 0 CHECK (hasFiles IN (0, 1));
        """

    /// Zero-width signs, joiners, directions and soft hyphens. An address that somebody else has without them stays.
    static let addresses = """
        UPDATE OR IGNORE person SET email = replace(replace(replace(replace(replace(replace(replace(
            email, char(8203), ''), char(8204), ''), char(8205), ''), char(8206), ''), char(8207), ''), char(8288), ''),
            char(173), '')
        WHERE email GLOB '*[' || char(8203) || '-' || char(8207) || char(8288) || char(173) || ']*';
        """

    /// The index of messages is filled again when the office is opened; firms get the phones of their people.
    static let numbers = """
        INSERT INTO searchIndex (searchIndex) VALUES ('delete-all');
        UPDATE firm SET searchText = searchText || ifnull((
            SELECT char(10) || group_concat(replace(replace(replace(replace(replace(replace(replace(
                phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', ''), char(10))
            FROM membership JOIN person ON person.id = personId
            WHERE membership.firmId = firm.id AND membership.endedAt IS NULL), '');
        """
}
