"""A client of ten years: about 2,900 messages with 1,400 files and 480 printouts, of which a page shows fifty."""

import datetime
import hashlib

from words import SUBJECTS, body

DAY = 86_400_000
MONTHS = 120
NIP = "7777777777"


class Decade:
    """Inserted by the office's maker, after everything else."""

    def __init__(self, maker):
        self.maker, self.choose = maker, maker.random
        last = lambda table: maker.db.execute(f"SELECT ifnull(max(id), 0) FROM {table}").fetchone()[0]
        self.person, self.firm = last("person") + 1, last("firm") + 1
        self.thread, self.message, self.printout = last("conversation"), last("message"), last("printout")
        self.imports = last("taxImport")
        self.rows = {table: [] for table in (
            "content", "everyConversation", "everyMessage", "readReceipt", "storedFile", "attachment", "download", "taxImport",
            "taxImportPart", "printout", "messagePrintout", "printoutDownload")}

    def write(self) -> None:
        self.people()
        for month in range(MONTHS):
            at = self.maker.now - (MONTHS - month) * 30 * DAY
            for _ in range(12):
                self.conversation(at + self.choose.randint(0, 29 * DAY))
            self.ledgers(month, at + 29 * DAY)
        columns = {
            "content": "id, body",
            "everyConversation": "id, firmId, subject, startedAt, startedBy, lastMessageId, lastMessageAt",
            "everyMessage": "id, conversationId, firmId, contentId, personId, side, kind, sentAt, hasFiles",
            "readReceipt": "messageId, personId, readAt",
            "storedFile": "id, key, name, mediaType, kind, size, sha256, uploadedBy, uploadedAt",
            "attachment": "id, contentId, fileId, position",
            "download": "attachmentId, messageId, personId, startedAt",
            "taxImport": "id, fileId, sha256, kind, structure, variant, form, firmId, nip, taxpayerName, fromOn, untilOn,"
                         "periodKind, purpose, currency, controls, problemCount, importedAt",
            "taxImportPart": "importId, part, fromOn, untilOn, rowCount",
            "printout": "id, importId, kind, fromOn, untilOn", "messagePrintout": "messageId, printoutId",
            "printoutDownload": "printoutId, messageId, personId, startedAt"}
        for table, rows in self.rows.items():
            self.maker.insert(table, columns[table], rows)

    def people(self) -> None:
        maker, begun = self.maker, self.maker.now - MONTHS * 31 * DAY
        maker.insert("person", "id, email, name, language, passwordHash, createdAt, activatedAt",
                     [(self.person, "dekada@firma.example", "Jan Dawny", "pl", maker.hash, begun, begun)])
        maker.insert("firm", "id, name, country, taxIdentifier, currency, nameKey, searchText, createdAt",
                     [(self.firm, "Tartak Dawny", "PL", NIP, "PLN", "tartak dawny", f"tartak dawny\n{NIP}", begun)])
        maker.insert("taxation", "firmId, form, validFrom", [(self.firm, "lumpSum", "2016-01-01")])
        maker.insert("membership", "firmId, personId, canRead, canApprove, canPayroll, isNotified, createdAt",
                     [(self.firm, self.person, 1, 1, 0, 1, begun)])
        maker.insert("assignment", "firmId, personId, duty, fromOn, createdAt",
                     [(self.firm, maker.staff[0], "supervisor", "2016-01-01", begun)])

    def conversation(self, at: int) -> None:
        """Inserts a question and an answer with a file, which was read and downloaded, or is new in the last days."""
        self.thread += 1
        for side, person in (("client", self.person), ("office", self.maker.staff[0])):
            self.say(side, person, at, hasFile=side == "office")
            at += 3_600_000
        self.close(at)

    def say(self, side: str, person: int, at: int, hasFile: bool = False) -> None:
        maker = self.maker
        maker.contents += 1
        self.message += 1
        self.rows["content"].append((maker.contents, body(self.choose, 1, 3)))
        self.rows["everyMessage"].append((self.message, self.thread, self.firm, maker.contents, person, side,
                                     "message", at, hasFile))
        if side == "office":
            self.rows["readReceipt"].append((self.message, self.person, at + 60_000))
        if not hasFile or side == "client":
            return
        self.rows["storedFile"].append(maker.stored_file(person, at))
        maker.attachments += 1
        self.rows["attachment"].append((maker.attachments, maker.contents, maker.stored, 0))
        if maker.now - at > 20 * DAY:
            self.rows["download"].append((maker.attachments, self.message, self.person, at + 60_000))

    def close(self, at: int) -> None:
        self.rows["everyConversation"].append((self.thread, self.firm, self.choose.choice(SUBJECTS), at, self.person,
                                          self.message, at))

    def ledgers(self, month: int, at: int) -> None:
        """Inserts the month's printouts, sent with one message."""
        self.thread += 1
        self.say("office", self.maker.staff[0], at, hasFile=False)
        self.close(at)
        first = datetime.date(2016 + month // 12, month % 12 + 1, 1)
        last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
        for kind, form in (("revenue", "EWP"), ("vatSales", "V7M"), ("vatPurchases", "V7M_Z"), ("taxLedger", "PKPIR")):
            self.imports, self.printout = self.imports + 1, self.printout + 1
            self.rows["storedFile"].append(self.maker.stored_file(self.maker.staff[0], at))
            digest = hashlib.sha256(f"{month} {kind}".encode()).digest()
            self.rows["taxImport"].append((self.imports, self.maker.stored, digest, "jpk", f"JPK_{form}", 3, form,
                                           self.firm, NIP, "Tartak Dawny", str(first), str(last), "month", "first",
                                           "PLN", "[]", 0, at))
            self.rows["taxImportPart"].append((self.imports, kind, str(first), str(last), 40))
            self.rows["printout"].append((self.printout, self.imports, kind, str(first), str(last)))
            self.rows["messagePrintout"].append((self.message, self.printout))
            self.rows["printoutDownload"].append((self.printout, self.message, self.person, at + 60_000))
        *rest, _ = self.rows["everyMessage"][-1]
        self.rows["everyMessage"][-1] = (*rest, True)
