import Models
import Secrets

extension FirmArchive.Page {
    func rows(_ format: Format) -> [ArchiveRow] {
        entries.map { entry in
            let readers = (receipts[entry.id] ?? []).map { format.provenBy($0) }
            let files = printouts(of: entry, format) + files(of: entry, format)
            return ArchiveRow(
                id: entry.id.code, href: Path.officeConversation(entry.conversationId).at(message: entry.id),
                subjectText: entry.subject, author: entry.personName,
                authorSide: format.text(entry.side == .office ? "role.office" : "role.client"),
                isOffice: entry.side == .office, kindText: format.text("archive.kind.\(entry.kind.rawValue)"),
                isPayroll: entry.isPayroll, sentAt: format.fullMoment(entry.sentAt),
                sentAtISO: format.iso(entry.sentAt), bodyHTML: MessageText.html(entry.body), files: files,
                hasFiles: !files.isEmpty, readers: readers, isRead: !readers.isEmpty,
                isUnread: entry.side == .office && readers.isEmpty && entry.withdrawnAt == nil,
                withdrawn: entry.withdrawnAt.map { format.withdrawn(by: entry.withdrawnBy ?? "", $0) }
            )
        }
    }

    private func files(of entry: FirmArchive.Entry, _ format: Format) -> [ArchiveRow.File] {
        (files[entry.contentId] ?? []).map { file in
            let taken = (downloads[entry.id] ?? []).filter { mark in
                mark.attachmentId == file.attachmentId && (entry.side == .client || !mark.isStaff)
            }
            let href = Path.attachment(file.attachmentId).with(["message": "\(entry.id)"])
            return ArchiveRow.File(
                fileHref: file.isLost ? nil : href, fileName: file.name, fileKind: file.kind,
                fileSize: format.size(file.size), sha256: Hex.text(file.sha256),
                takenBy: taken.map { format.provenBy($0) }, isTaken: !taken.isEmpty, isPrintout: false,
                isSuperseded: false,
                isWaiting: entry.side == .office && entry.withdrawnAt == nil && taken.isEmpty && !file.isLost,
                isLost: file.isLost
            )
        }
    }

    /// Returns the printouts by name, kind, period and source, with each client's first download. The office's own
    /// downloads of what it sent are not shown, as of files.
    private func printouts(of entry: FirmArchive.Entry, _ format: Format) -> [ArchiveRow.File] {
        (printouts[entry.id] ?? []).map { sent in
            let taken = sent.takenByClient
            return ArchiveRow.File(
                fileHref: sent.facts.isLost
                    ? nil : Path.printout(sent.facts.printoutId).with(["message": "\(entry.id)"]),
                fileName: format.name(sent.facts), fileKind: format.group(sent.facts.kind),
                fileSize: format.period(sent.facts), sha256: Hex.text(sent.facts.sha256),
                takenBy: taken.map { format.provenBy($0) }, isTaken: !taken.isEmpty, isPrintout: true,
                isSuperseded: !sent.facts.isInForce,
                isWaiting: entry.withdrawnAt == nil && taken.isEmpty && !sent.facts.isLost,
                isLost: sent.facts.isLost
            )
        }
    }

    static func header(_ text: LanguageText) -> [String] {
        columns.map { text("archive.table.\($0)") }
    }

    static let columns = [
        "sentAt", "from", "author", "kind", "subject", "text", "files", "read", "downloaded", "conversation",
    ]

    /// Returns one line for each message: texts without marks, times as `2026-11-20 13:00:00` in the office's time
    /// zone.
    func lines(_ format: Format) -> [[String]] {
        entries.map { entry in
            let files = files[entry.contentId] ?? []
            let taken = downloads[entry.id] ?? []
            let printed = printouts[entry.id] ?? []
            return [
                format.stamp(entry.sentAt), format.text(entry.side == .office ? "role.office" : "role.client"),
                entry.personName, format.kind(entry), entry.subject,
                MessageText.plain(entry.body),
                (printed.map { format.line($0.facts) } + files.map(format.line)).joined(separator: "\n"),
                (receipts[entry.id] ?? []).map { "\($0.personName), \(format.stamp($0.at))" }.joined(separator: "\n"),
                (printed.flatMap { sent in
                    sent.downloads.map {
                        "\(format.title(sent.facts)): \($0.personName), \(format.stamp($0.at))"
                    }
                }
                    + taken.map { mark in
                        let file = files.first { $0.attachmentId == mark.attachmentId }
                        return "\(file?.name ?? ""): \(mark.personName), \(format.stamp(mark.at))"
                    }).joined(separator: "\n"),
                entry.conversationId.code,
            ]
        }
    }
}

extension Format {
    /// Returns `faktura.pdf (PDF, 48211 B, SHA-256 9f86…)`, with a remark when it is lost.
    fileprivate func line(_ file: FirmArchive.File) -> String {
        let facts = [file.kind, "\(file.size) B", "SHA-256 \(Hex.text(file.sha256))"]
        return "\(file.name) (\((facts + (file.isLost ? [text("files.lost")] : [])).joined(separator: ", ")))"
    }

    /// Returns what a message is, and that it was withdrawn, by whom and when.
    fileprivate func kind(_ entry: FirmArchive.Entry) -> String {
        let kind = text("archive.kind.\(entry.kind.rawValue)")
        guard let at = entry.withdrawnAt else { return kind }
        return "\(kind). \(text("withdrawals.by", ["who": "\(entry.withdrawnBy ?? ""), \(stamp(at))"]))"
    }

    /// Returns a name with the time and the year, as evidence.
    func provenBy(_ mark: MessageThread.Mark) -> String { "\(mark.personName.isolated), \(fullMoment(mark.at))" }
}
