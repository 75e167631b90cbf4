/// A receipt is a proof by a SHA-256 that was computed here and by a strong signature; how far a pair is from that is
/// said of it. What was paired before was also paired by digests that a file claimed of itself, and by weak ones: of all
/// that came before only the SHA-256 of the bytes themselves is sure. The files are read once more for the rest.
enum ReceiptProofMigration {
    static let receipts = """
        CREATE TABLE taxReceiptAsProof (
            importId INTEGER PRIMARY KEY REFERENCES taxImport ON DELETE RESTRICT,
            reference TEXT NOT NULL,
            receivedAt INTEGER NOT NULL,
            receivedAtText TEXT NOT NULL,
            signature TEXT NOT NULL CHECK (signature IN ('unsigned', 'intact', 'broken', 'unverifiable')),
            weaknesses TEXT NOT NULL DEFAULT '' CHECK (weaknesses = '' OR signature = 'intact'),
            signedAt INTEGER,
            documentId INTEGER REFERENCES taxImport ON DELETE RESTRICT,
            pairing TEXT CHECK (pairing IN ('digest', 'weakDigest', 'person')),
            pairedBy INTEGER REFERENCES staff ON DELETE RESTRICT,
            pairedAt INTEGER,
            fromOn TEXT,
            untilOn TEXT CHECK (untilOn >= fromOn AND (untilOn IS NULL) = (fromOn IS NULL)),
            datedBy INTEGER REFERENCES staff ON DELETE RESTRICT,
            datedAt INTEGER CHECK ((datedAt IS NULL) = (fromOn IS NULL)),
            doubt TEXT AS (CASE WHEN documentId IS NULL THEN NULL
                WHEN signature = 'broken' THEN 'brokenSignature' WHEN weaknesses <> '' THEN 'weakSignature'
                WHEN pairing = 'weakDigest' THEN 'weakDigest' WHEN pairing = 'person' THEN 'byHand' END) VIRTUAL,
            CHECK ((documentId IS NULL) = (pairing IS NULL) AND (documentId IS NULL) = (pairedAt IS NULL)),
            CHECK ((pairing IS 'person') = (pairedBy IS NOT NULL))
        );
        INSERT INTO taxReceiptAsProof (importId, reference, receivedAt, receivedAtText, signature, signedAt, documentId,
                pairing, pairedBy, pairedAt, fromOn, untilOn, datedBy, datedAt)
            SELECT importId, reference, receivedAt, receivedAtText, signature, signedAt, documentId,
                CASE WHEN pairing = 'digest' AND NOT EXISTS (
                    SELECT 1 FROM taxDigest JOIN taxImport ON taxImport.id = documentId
                    WHERE taxDigest.importId = taxReceipt.importId AND digest = sha256)
                THEN 'weakDigest' ELSE pairing END,
                pairedBy, pairedAt, fromOn, untilOn, datedBy, datedAt FROM taxReceipt;
        DROP TABLE taxReceipt;
        ALTER TABLE taxReceiptAsProof RENAME TO taxReceipt;
        CREATE INDEX taxReceiptByDocument ON taxReceipt (documentId);
        """

    static let digests = """
        DELETE FROM taxDigest WHERE importId IN (SELECT id FROM taxImport WHERE kind <> 'upo')
            AND digest <> (SELECT sha256 FROM taxImport WHERE id = importId);
        CREATE TABLE taxProofDue (importId INTEGER PRIMARY KEY REFERENCES taxImport ON DELETE RESTRICT);
        INSERT INTO taxProofDue SELECT id FROM taxImport;
        """
}
