import Models

/// The texts of results, with the matches marked.
struct SearchView {
    private let path: Path
    private let typed: String
    private let query: SearchQuery
    private let show: Search.Show
    private let after: Int64?
    private let showsFirm: Bool
    private let format: Format
    private let link: (Search.Hit) -> Path

    init(
        _ path: Path, _ typed: String, _ show: Search.Show, _ after: Int64?, showsFirm: Bool, _ format: Format,
        link: @escaping (Search.Hit) -> Path
    ) {
        self.path = path
        self.typed = typed
        query = SearchQuery(typed)
        self.show = show
        self.after = after
        self.showsFirm = showsFirm
        self.format = format
        self.link = link
    }

    func results(_ found: Search.Found) -> SearchResults {
        let next = show == .files ? found.files.next : found.messages.next
        let hasMoreFiles = show == .messages && found.files.next != nil
        return SearchResults(
            q: typed, action: path.text, isAsked: !query.isEmpty, isEmpty: found.isEmpty,
            firms: found.firms.map(firm), hasFirms: !found.firms.isEmpty,
            allFirmsHref: found.firmCount > found.firms.count ? Path.firms.with(["q": typed]) : nil,
            allFirmsText: format.text.plural("count.firms", found.firmCount),
            people: found.people.map(person), hasPeople: !found.people.isEmpty,
            files: found.files.rows.map(file), hasFiles: !found.files.rows.isEmpty,
            allFilesHref: hasMoreFiles ? href(.files, nil) : nil,
            messages: found.messages.rows.map(message), hasMessages: !found.messages.rows.isEmpty,
            newerHref: after == nil && show == .messages ? nil : href(after == nil ? .messages : show, nil),
            olderHref: next.map { href(show, $0) }
        )
    }

    private func message(_ hit: Search.Hit) -> SearchResults.Message {
        SearchResults.Message(
            href: link(hit).at(message: hit.messageId), subject: marked(hit.subject), firm: firms(of: hit),
            author: marked(hit.author),
            excerpt: pieces(SearchExcerpt.around(MessageText.line(hit.body), query)),
            at: format.moment(hit.sentAt),
            side: format.text(hit.side == .office ? "role.office" : "role.client"), isOffice: hit.side == .office
        )
    }

    private func file(_ found: Search.FileHit) -> SearchResults.File {
        let href = Path.attachment(found.file.attachmentId).with(["message": "\(found.hit.messageId)"])
        return SearchResults.File(
            fileHref: found.file.isLost ? nil : href, isLost: found.file.isLost,
            name: marked(found.file.name), kind: found.file.kind, size: format.size(found.file.size),
            messageHref: link(found.hit).at(message: found.hit.messageId),
            about: [firms(of: found.hit), found.hit.subject].compactMap { $0?.isolated }.joined(separator: " · "),
            at: format.moment(found.hit.sentAt)
        )
    }

    private func firm(_ hit: Search.FirmHit) -> SearchResults.FirmLine {
        SearchResults.FirmLine(
            href: Path.firm(hit.id).text, name: marked(hit.name),
            identifier: Format.identifier(hit.country, hit.taxIdentifier)
        )
    }

    private func person(_ hit: Search.PersonHit) -> SearchResults.PersonLine {
        SearchResults.PersonLine(
            href: Path.firm(hit.firmId).text, name: marked(hit.name), email: marked(hit.email), firmName: hit.firmName
        )
    }

    private func firms(of hit: Search.Hit) -> String? {
        guard showsFirm else { return nil }
        return hit.firmCount == 1 ? hit.firmName : format.text.plural("count.firms", hit.firmCount)
    }

    private func marked(_ text: String) -> [SearchPiece] { pieces(SearchExcerpt.pieces(text, query)) }

    private func pieces(_ pieces: [SearchExcerpt.Piece]) -> [SearchPiece] {
        pieces.map { SearchPiece(words: $0.text, isMatch: $0.isMatch) }
    }

    private func href(_ show: Search.Show, _ after: Int64?) -> String {
        path.with([
            "q": typed, "show": show == .messages ? nil : show.rawValue, "after": after.map { "\($0)" },
        ])
    }
}
