/// What sending needs: versions that are found by their period, which file of a printout somebody took, and a form that
/// is sent once.
enum SendingMigration {
    /// Whether a version is in force is asked of every printout of a send, however many periods the office has.
    static let versions = """
        CREATE INDEX taxImportByPeriod ON taxImport (firmId, form, kind, untilOn);
        """

    /// A file that was taken stays, also when the printout is made anew. Of what was taken before, it is the one in the
    /// person's language, unless that was made later.
    static let downloads = """
        ALTER TABLE printoutDownload ADD COLUMN fileId INTEGER REFERENCES storedFile ON DELETE RESTRICT;
        CREATE INDEX printoutDownloadByFile ON printoutDownload (fileId) WHERE fileId IS NOT NULL;
        UPDATE printoutDownload SET fileId = (SELECT fileId FROM printoutFile JOIN person ON person.id = personId
            WHERE printoutFile.printoutId = printoutDownload.printoutId AND printoutFile.language = person.language
                AND madeAt <= startedAt + 60000);
        """

    static let messages = """
        ALTER TABLE message ADD COLUMN formKey TEXT CHECK (length(formKey) BETWEEN 20 AND 64);
        CREATE UNIQUE INDEX messageByForm ON message (personId, formKey) WHERE formKey IS NOT NULL;
        """
}
