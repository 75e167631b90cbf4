/// How each text is read. What the office wrote before there were marks keeps those of the Markdown it was typed in;
/// clients' texts are text.
enum TextFormatMigration {
    static let schema = """
        ALTER TABLE content ADD COLUMN format TEXT NOT NULL DEFAULT 'marks' CHECK (format IN ('marks', 'markdown'));
        ALTER TABLE template ADD COLUMN format TEXT NOT NULL DEFAULT 'marks' CHECK (format IN ('marks', 'markdown'));
        ALTER TABLE draft ADD COLUMN format TEXT NOT NULL DEFAULT 'marks' CHECK (format IN ('marks', 'markdown'));
        UPDATE template SET format = 'markdown';
        UPDATE draft SET format = 'markdown';
        UPDATE content SET format = 'markdown' 
            WHERE id IN (SELECT contentId FROM message WHERE side = 'office' UNION SELECT contentId FROM broadcast);
        """
}
