/// Every address, defined once: `Path.conversation(nil).text` is the route's pattern, `Path.conversation(7).text` the
/// link, which contains a code for the number.
package enum Path {
    case signIn, signOut, activation(String?), passwordReset, health, metrics
    case home, conversations, newConversation, conversation(Int64?), messages(Int64?), receipt(Int64?, Int64?)
    case account, language, password, session(Int64?), sessions, browser(Int64?)
    case firmPerson(Int64?, Int64?), firmPersonRights(Int64?, Int64?), firmPersonLinkEnd(Int64?, Int64?)
    case firmPersonEnd(Int64?, Int64?), disabling(Int64?), enabling(Int64?)
    case staff, staffMember(Int64?), staffRole(Int64?), staffLink(Int64?), assignments(Int64?), assignmentsEnd(Int64?)
    case newDeputy(Int64?), deputies(Int64?), deputyEnd(Int64?), outbox, outboxLink(Int64?)
    case admission(Int64?), refusal(Int64?), withdrawal(Int64?, Int64?)
    case firmFilters, firmFilterRemoval(Int64?)
    case firms, newFirm, firm(Int64?), firmPeople(Int64?), firmPersonLink(Int64?, Int64?)
    case firmImport, firmImportSample, firmImportCheck(String?), firmImportConfirmation(String?)
    case firmArchive(Int64?), firmArchiveTable(Int64?), firmFiles(Int64?), firmPrintouts(Int64?)
    case taxImports, taxImport(Int64?), taxImportFile(Int64?), taxImportFirm(Int64?), taxImportDocument(Int64?)
    case taxImportPeriod(Int64?), taxImportVersion(Int64?), taxImportPayroll(Int64?)
    case taxImportParting(Int64?)
    case firmSettings(Int64?), firmSupervisor(Int64?), firmTaxation(Int64?), firmTaxationRemoval(Int64?)
    case firmClosing(Int64?)
    case viewedHome(Int64?), viewedFiles(Int64?), viewedAccount(Int64?)
    case viewedConversations(Int64?), viewedConversation(Int64?, Int64?)
    case newBroadcast, checkBroadcast, printoutOffer, filesByFirm, filesByFirmRemoval, filesByFirmReview
    case broadcasts, broadcast(Int64?), drafts, draftRemoval, undo
    case newNoticeWithdrawal(Int64?), noticeWithdrawals(Int64?), messageWithdrawal(Int64?, Int64?)
    case questions, officeConversation(Int64?), officeMessages(Int64?), handling(Int64?), seen(Int64?, Int64?)
    case answersHandling(Int64?), notes(Int64?), handOvers(Int64?)
    case newFirmConversation(Int64?), firmConversations(Int64?)
    case newReminder(Int64?), reminders(Int64?), reportTable(Int64?), reportPaper(Int64?)
    case noticeTemplates, noticeTemplate(Int64?), noticeTemplateRemoval(Int64?)
    case officeAccount, ownDetails, ownPhoto, ownPhotoRemoval, keys, clockConfirmation
    case officeSettings, officeDetails, officeAccent, accentSample, officeLogo, officeLogoRemoval, officeUndo
    case officeMail, mailTests
    case staffDetails(Int64?), staffPhoto(Int64?), staffPhotoRemoval(Int64?)
    case accent(String?, String?), manifest(String?, String?), logo(String?), photo(String?)
    case trial, firstStepsEnd
    case search, officeSearch
    case audit, auditChecks, auditExport
    case attachment(Int64?), printout(Int64?), files, filesZip, uploads, events, assets

    package var text: String {
        switch self {
        case .signIn: "/sign-in"
        case .signOut: "/sign-out"
        case .activation(let token): "/activation/\(token ?? ":token")"
        case .passwordReset: "/password-reset"
        case .health: "/healthz"
        case .metrics: "/metrics"
        case .home: "/"
        case .conversations: "/conversations"
        case .newConversation: "/conversations/new"
        case .conversation(let id): "/conversations/\(segment(id))"
        case .messages(let id): "/conversations/\(segment(id))/messages"
        case .receipt(let id, let message):
            "/conversations/\(segment(id))/messages/\(segment(message, "message"))/receipt"
        case .account: "/account"
        case .language: "/account/language"
        case .password: "/account/password"
        case .session(let id): "/account/sessions/\(segment(id))/end"
        case .sessions: "/account/sessions/end"
        case .browser(let id): "/account/browsers/\(segment(id))/end"
        case .clockConfirmation: "/office/clock/confirmation"
        case .firms: "/office/firms"
        case .firmFilters: "/office/firms/filters"
        case .firmFilterRemoval(let id): "/office/firms/filters/\(segment(id))/removal"
        case .newFirm: "/office/firms/new"
        case .firm(let id): "/office/firms/\(segment(id))"
        case .firmArchive(let id): "/office/firms/\(segment(id))/archive"
        case .firmArchiveTable(let id): "/office/firms/\(segment(id))/archive.csv"
        case .firmFiles(let id): "/office/firms/\(segment(id))/files"
        case .firmPrintouts(let id): "/office/firms/\(segment(id))/printouts"
        case .firmSettings(let id): "/office/firms/\(segment(id))/settings"
        case .firmSupervisor(let id): "/office/firms/\(segment(id))/supervisor"
        case .firmTaxation(let id): "/office/firms/\(segment(id))/taxation"
        case .firmTaxationRemoval(let id): "/office/firms/\(segment(id))/taxation/removal"
        case .firmClosing(let id): "/office/firms/\(segment(id))/archiving"
        case .viewedHome(let id): "/office/firms/\(segment(id))/view"
        case .viewedFiles(let id): "/office/firms/\(segment(id))/view/files"
        case .viewedAccount(let id): "/office/firms/\(segment(id))/view/account"
        case .viewedConversations(let id): "/office/firms/\(segment(id))/view/conversations"
        case .viewedConversation(let id, let conversation):
            "/office/firms/\(segment(id))/view/conversations/\(segment(conversation, "conversation"))"
        case .firmPeople(let id): "/office/firms/\(segment(id))/people"
        case .firmPersonLink(let id, let person):
            "/office/firms/\(segment(id))/people/\(segment(person, "person"))/link"
        case .firmImport: "/office/firms/import"
        case .firmImportSample: "/office/firms/import/sample"
        case .firmImportCheck(let key): "/office/firms/import/\(key ?? ":key")"
        case .firmImportConfirmation(let key): "/office/firms/import/\(key ?? ":key")/confirmation"
        case .taxImports: "/office/imports"
        case .taxImport(let id): "/office/imports/\(segment(id))"
        case .taxImportFile(let id): "/office/imports/\(segment(id))/file"
        case .taxImportFirm(let id): "/office/imports/\(segment(id))/firm"
        case .taxImportDocument(let id): "/office/imports/\(segment(id))/document"
        case .taxImportPeriod(let id): "/office/imports/\(segment(id))/period"
        case .taxImportPayroll(let id): "/office/imports/\(segment(id))/payroll"
        case .taxImportParting(let id): "/office/imports/\(segment(id))/parting"
        case .taxImportVersion(let id): "/office/imports/\(segment(id))/version"
        case .firmPerson(let id, let person): "/office/firms/\(segment(id))/people/\(segment(person, "person"))"
        case .firmPersonRights(let id, let person): "\(Path.firmPerson(id, person).text)/rights"
        case .firmPersonLinkEnd(let id, let person): "\(Path.firmPersonLink(id, person).text)/end"
        case .firmPersonEnd(let id, let person): "\(Path.firmPerson(id, person).text)/end"
        case .disabling(let id): "/office/people/\(segment(id))/disabling"
        case .enabling(let id): "/office/people/\(segment(id))/enabling"
        case .staff: "/office/staff"
        case .staffMember(let id): "/office/staff/\(segment(id))"
        case .staffRole(let id): "/office/staff/\(segment(id))/role"
        case .staffLink(let id): "/office/staff/\(segment(id))/link"
        case .assignments(let id): "/office/staff/\(segment(id))/assignments"
        case .assignmentsEnd(let id): "/office/staff/\(segment(id))/assignments/end"
        case .newDeputy(let id): "/office/staff/\(segment(id))/deputies/new"
        case .deputies(let id): "/office/staff/\(segment(id))/deputies"
        case .deputyEnd(let id): "/office/deputies/\(segment(id))/end"
        case .outbox: "/office/outbox"
        case .outboxLink(let id): "/office/outbox/\(segment(id))/link"
        case .admission(let id): "/office/invitations/\(segment(id))/admission"
        case .refusal(let id): "/office/invitations/\(segment(id))/refusal"
        case .withdrawal(let id, let invitation):
            "/office/firms/\(segment(id))/invitations/\(segment(invitation, "invitation"))/end"
        case .newBroadcast: "/office/broadcasts/new"
        case .checkBroadcast: "/office/broadcasts/check"
        case .printoutOffer: "/office/broadcasts/printouts"
        case .filesByFirm: "/office/broadcasts/files"
        case .filesByFirmRemoval: "/office/broadcasts/files/removal"
        case .filesByFirmReview: "/office/broadcasts/files/review"
        case .broadcasts: "/office/broadcasts"
        case .drafts: "/office/broadcasts/drafts"
        case .draftRemoval: "/office/broadcasts/drafts/removal"
        case .undo: "/office/broadcasts/undo"
        case .newNoticeWithdrawal(let id): "/office/broadcasts/\(segment(id))/withdrawals/new"
        case .noticeWithdrawals(let id): "/office/broadcasts/\(segment(id))/withdrawals"
        case .messageWithdrawal(let id, let message):
            "/office/conversations/\(segment(id))/messages/\(segment(message, "message"))/withdrawal"
        case .broadcast(let id): "/office/broadcasts/\(segment(id))"
        case .newReminder(let id): "/office/broadcasts/\(segment(id))/reminders/new"
        case .reminders(let id): "/office/broadcasts/\(segment(id))/reminders"
        case .reportTable(let id): "/office/broadcasts/\(segment(id))/report.csv"
        case .reportPaper(let id): "/office/broadcasts/\(segment(id))/paper"
        case .noticeTemplates: "/office/templates"
        case .noticeTemplate(let id): "/office/templates/\(segment(id))"
        case .noticeTemplateRemoval(let id): "/office/templates/\(segment(id))/removal"
        case .questions: "/office/questions"
        case .officeConversation(let id): "/office/conversations/\(segment(id))"
        case .officeMessages(let id): "/office/conversations/\(segment(id))/messages"
        case .handling(let id): "/office/conversations/\(segment(id))/handling"
        case .answersHandling(let id): "/office/broadcasts/\(segment(id))/handling"
        case .notes(let id): "/office/conversations/\(segment(id))/notes"
        case .handOvers(let id): "/office/conversations/\(segment(id))/hand-overs"
        case .newFirmConversation(let id): "/office/firms/\(segment(id))/conversations/new"
        case .firmConversations(let id): "/office/firms/\(segment(id))/conversations"
        case .seen(let id, let message):
            "/office/conversations/\(segment(id))/messages/\(segment(message, "message"))/seen"
        case .officeAccount: "/office/account"
        case .ownDetails: "/office/account/person"
        case .keys: "/office/account/keys"
        case .ownPhoto: "/office/account/photo"
        case .ownPhotoRemoval: "/office/account/photo/removal"
        case .officeSettings: "/office/settings"
        case .officeDetails: "/office/settings/office"
        case .officeAccent: "/office/settings/accent"
        case .accentSample: "/office/settings/accent/sample"
        case .officeLogo: "/office/settings/logo"
        case .officeUndo: "/office/settings/undo"
        case .officeLogoRemoval: "/office/settings/logo/removal"
        case .officeMail: "/office/settings/mail"
        case .mailTests: "/office/settings/mail/tests"
        case .staffDetails(let id): "/office/staff/\(segment(id))/person"
        case .staffPhoto(let id): "/office/staff/\(segment(id))/photo"
        case .staffPhotoRemoval(let id): "/office/staff/\(segment(id))/photo/removal"
        case .accent(let fingerprint, let colour): "/accents/\(fingerprint ?? ":fingerprint")/\(colour ?? ":colour")"
        case .manifest(let fingerprint, let colour):
            "/accents/\(fingerprint ?? ":fingerprint")/\(colour ?? ":colour")/manifest"
        case .logo(let digest): "/logo/\(digest ?? ":digest")"
        case .photo(let digest): "/photos/\(digest ?? ":digest")"
        case .trial: "/office/first-steps/trial"
        case .firstStepsEnd: "/office/first-steps/end"
        case .audit: "/office/audit"
        case .auditChecks: "/office/audit/checks"
        case .auditExport: "/office/audit/export"
        case .search: "/search"
        case .officeSearch: "/office/search"
        case .attachment(let id): "/attachments/\(segment(id))"
        case .printout(let id): "/printouts/\(segment(id))"
        case .files: "/files"
        case .filesZip: "/files.zip"
        case .uploads: "/uploads"
        case .events: "/events"
        case .assets: "/assets/:digest/**"
        }
    }

    private func segment(_ id: Int64?, _ name: String = "id") -> String { id.map(\.code) ?? ":\(name)" }
}

extension Path {
    /// Returns the link with a query. Values are percent-encoded, with codes for the numbers of rows; `nil` values are
    /// omitted.
    func with(_ query: KeyValuePairs<String, String?>) -> String {
        with(query.compactMap { name, value in value.map { (name, $0) } })
    }

    /// Returns the link with a query whose fields may be repeated.
    func with(_ fields: [(name: String, value: String)]) -> String {
        fields.isEmpty ? text : "\(text)?\(Self.query(fields))"
    }

    /// Returns the link to a message of a conversation.
    func at(message: Int64) -> String { "\(text)#message-\(message.code)" }

    /// Whether a link leads to a file, which a browser saves instead of displaying it.
    static func isFile(_ link: String) -> Bool {
        let path = link.prefix { $0 != "?" }
        return [attachment(nil).text, printout(nil).text].contains { path.hasPrefix($0.prefix { $0 != ":" }) }
            || path == filesZip.text || path.hasPrefix(taxImports.text + "/") && path.hasSuffix("/file")
    }

    static func query(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\($0.name)=\(PercentCoding.encode(FormFields.coded($0.name, $0.value)))" }.joined(separator: "&")
    }
}
