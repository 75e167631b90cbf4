import Hummingbird

extension Site {
    /// The site map: every address, with its access given by the context of its handler.
    func addRoutes(_ portal: Portal, _ methods: KnownMethods) {
        get(.assets, AssetsController(portal: portal).show)
        let accents = AccentsController(portal: portal)
        get(.accent(nil, nil), accents.show)
        get(.manifest(nil, nil), accents.manifest)
        let pictures = PicturesController(portal: portal)
        get(.logo(nil), pictures.logo)
        get(.photo(nil), pictures.photo)
        let health = HealthController(portal: portal)
        get(.health, health.health)
        get(.metrics, health.metrics)
        addOpenRoutes(portal, methods)
        addPersonRoutes(portal)
        addClientRoutes(portal)
        addFirmRoutes(portal)
        addCardRoutes(portal)
        addPeopleRoutes(portal)
        addHeadRoutes(portal)
        addSettingsRoutes(portal)
        addFirmImportRoutes(portal)
        addTaxImportRoutes(portal)
        addBroadcastRoutes(portal)
        addReportRoutes(portal)
        addCorrespondenceRoutes(portal)
    }

    /// Open routes: signing in and first access.
    private func addOpenRoutes(_ portal: Portal, _ methods: KnownMethods) {
        let sessions = SessionsController(portal: portal, methods: methods)
        get(.signIn, sessions.new)
        post(.signIn, sessions.create)
        post(.signOut, sessions.delete)
        let resets = PasswordResetController(portal: portal)
        get(.passwordReset, resets.new)
        post(.passwordReset, resets.create)
        let activations = ActivationsController(portal: portal, sessions: sessions)
        get(.activation(nil), activations.show)
        post(.activation(nil), activations.create)
    }

    /// Routes for all signed-in people.
    private func addPersonRoutes(_ portal: Portal) {
        get(.home, HomeController(portal: portal).show)
        let account = AccountController(portal: portal)
        get(.account, account.show)
        get(.officeAccount, account.officeShow)
        post(.ownDetails, account.correctPerson)
        post(.keys, account.keys)
        post(.ownPhoto, account.takePhoto)
        post(.ownPhotoRemoval, account.removePhoto)
        post(.language, account.language)
        post(.password, account.password)
        let devices = DevicesController(portal: portal)
        post(.session(nil), devices.endSession)
        post(.sessions, devices.endSessions)
        post(.browser(nil), devices.forgetBrowser)
        get(.attachment(nil), AttachmentsController(portal: portal).show)
        get(.printout(nil), PrintoutsController(portal: portal).show)
        post(.uploads, UploadsController(portal: portal).create)
        get(.events, EventsController(portal: portal).show)
    }

    /// Routes for clients.
    private func addClientRoutes(_ portal: Portal) {
        let conversations = ClientConversationsController(portal: portal)
        get(.conversations, conversations.index)
        get(.newConversation, conversations.new)
        post(.conversations, conversations.create)
        get(.conversation(nil), conversations.show)
        post(.messages(nil), conversations.answer)
        post(.receipt(nil, nil), conversations.read)
        get(.files, ClientFilesController(portal: portal).index)
        get(.filesZip, FilesZipController(portal: portal).show)
        get(.search, SearchController(portal: portal).show)
    }

    /// Routes of the office: firms.
    private func addFirmRoutes(_ portal: Portal) {
        let firms = FirmsController(portal: portal)
        let list = FirmListController(portal: portal)
        get(.firms, list.index)
        post(.firmFilters, list.saveFilter)
        post(.firmFilterRemoval(nil), list.removeFilter)
        get(.newFirm, firms.new)
        post(.firms, firms.create)
        get(.officeSearch, SearchController(portal: portal).officeShow)
    }

    /// Routes of the office: the people of a firm.
    private func addPeopleRoutes(_ portal: Portal) {
        let people = FirmPeopleController(portal: portal)
        get(.firmPeople(nil), people.index)
        post(.firmPeople(nil), people.invite)
        let person = FirmPersonController(portal: portal)
        get(.firmPerson(nil, nil), person.show)
        post(.firmPerson(nil, nil), person.correct)
        post(.firmPersonRights(nil, nil), person.changeRights)
        post(.firmPersonLink(nil, nil), person.renewLink)
        post(.firmPersonLinkEnd(nil, nil), person.revokeLink)
        post(.firmPersonEnd(nil, nil), person.end)
        post(.withdrawal(nil, nil), InvitationsController(portal: portal).withdraw)
    }

    /// Routes of the office: firms and people from a file.
    private func addFirmImportRoutes(_ portal: Portal) {
        let imports = FirmImportsController(portal: portal)
        get(.firmImport, imports.new)
        post(.firmImport, imports.create)
        get(.firmImportSample, imports.sample)
        get(.firmImportCheck(nil), imports.show)
        post(.firmImportConfirmation(nil), imports.confirm)
    }

    /// Routes of the office: writing and sending a notice.
    private func addBroadcastRoutes(_ portal: Portal) {
        let broadcasts = BroadcastsController(portal: portal)
        get(.newBroadcast, broadcasts.new)
        post(.printoutOffer, PrintoutOfferController(portal: portal).show)
        post(.checkBroadcast, broadcasts.check)
        get(.checkBroadcast, CheckController(portal: portal).show)
        let filesByFirm = FilesByFirmController(portal: portal)
        get(.filesByFirm, filesByFirm.show)
        post(.filesByFirm, filesByFirm.create)
        post(.filesByFirmRemoval, filesByFirm.remove)
        post(.filesByFirmReview, filesByFirm.review)
        post(.broadcasts, broadcasts.create)
        let drafts = DraftsController(portal: portal)
        post(.drafts, drafts.keep)
        post(.draftRemoval, drafts.remove)
        post(.undo, drafts.undo)
        let templates = NoticeTemplatesController(portal: portal)
        get(.noticeTemplates, templates.index)
        post(.noticeTemplates, templates.create)
        get(.noticeTemplate(nil), templates.show)
        post(.noticeTemplateRemoval(nil), templates.remove)
    }

    /// Routes of the office: the report on a notice.
    private func addReportRoutes(_ portal: Portal) {
        let reports = ReportsController(portal: portal)
        get(.broadcasts, reports.index)
        get(.broadcast(nil), reports.show)
        let reminders = RemindersController(portal: portal)
        get(.newReminder(nil), reminders.new)
        post(.reminders(nil), reminders.create)
        let withdrawals = WithdrawalsController(portal: portal)
        get(.newNoticeWithdrawal(nil), withdrawals.new)
        post(.noticeWithdrawals(nil), withdrawals.create)
        post(.messageWithdrawal(nil, nil), withdrawals.withdrawMessage)
        let exports = ReportExportsController(portal: portal)
        get(.reportTable(nil), exports.table)
        get(.reportPaper(nil), exports.paper)
    }

    /// Routes of the office: correspondence.
    private func addCorrespondenceRoutes(_ portal: Portal) {
        let office = OfficeConversationsController(portal: portal)
        let questions = QuestionsController(portal: portal)
        get(.questions, questions.index)
        post(.answersHandling(nil), questions.handleAnswers)
        get(.officeConversation(nil), office.show)
        post(.officeMessages(nil), office.answer)
        post(.handling(nil), office.handle)
        post(.seen(nil, nil), office.see)
        post(.notes(nil), office.note)
        post(.handOvers(nil), office.handOver)
        let writing = FirmConversationsController(portal: portal)
        get(.newFirmConversation(nil), writing.new)
        post(.firmConversations(nil), writing.create)
    }

    /// Routes for the head of the office alone: its people, their firms, its outgoing mail, its journal.
    private func addHeadRoutes(_ portal: Portal) {
        let staff = StaffController(portal: portal)
        get(.staff, staff.index)
        post(.staff, staff.add)
        get(.staffMember(nil), staff.show)
        post(.staffRole(nil), staff.changeRole)
        post(.staffLink(nil), staff.renewLink)
        post(.staffDetails(nil), staff.correct)
        post(.staffPhoto(nil), staff.takePhoto)
        post(.staffPhotoRemoval(nil), staff.removePhoto)
        post(.disabling(nil), staff.disable)
        post(.enabling(nil), staff.enable)
        let assignments = AssignmentsController(portal: portal)
        post(.assignments(nil), assignments.create)
        post(.assignmentsEnd(nil), assignments.end)
        let deputies = DeputiesController(portal: portal)
        get(.newDeputy(nil), deputies.new)
        post(.deputies(nil), deputies.create)
        post(.deputyEnd(nil), deputies.end)
        let outbox = OutboxController(portal: portal)
        get(.outbox, outbox.index)
        post(.outboxLink(nil), outbox.showLink)
        post(.clockConfirmation, ClockController(portal: portal).confirm)
        let invitations = InvitationsController(portal: portal)
        post(.admission(nil), invitations.admit)
        post(.refusal(nil), invitations.refuse)
        let audit = AuditController(portal: portal)
        get(.audit, audit.index)
        post(.auditChecks, audit.check)
        get(.auditExport, audit.export)
    }

    /// Routes for the head alone: the office's settings, and the first steps of a new one.
    private func addSettingsRoutes(_ portal: Portal) {
        let settings = OfficeSettingsController(portal: portal)
        get(.officeSettings, settings.show)
        post(.officeDetails, settings.correct)
        post(.officeAccent, settings.chooseAccent)
        get(.accentSample, settings.sample)
        post(.officeLogo, settings.takeLogo)
        post(.officeLogoRemoval, settings.removeLogo)
        post(.officeUndo, settings.chooseUndoTime)
        let mail = MailSettingsController(portal: portal, settings: settings)
        post(.officeMail, mail.change)
        post(.mailTests, mail.test)
        let steps = FirstStepsController(portal: portal)
        post(.trial, steps.prepare)
        post(.firstStepsEnd, steps.end)
    }

    /// Routes of the office: JPK, declarations and UPO.
    private func addTaxImportRoutes(_ portal: Portal) {
        let imports = TaxImportsController(portal: portal)
        get(.taxImports, imports.index)
        post(.taxImports, imports.create)
        let one = TaxImportController(portal: portal)
        get(.taxImport(nil), one.show)
        get(.taxImportFile(nil), one.file)
        post(.taxImportFirm(nil), one.assign)
        post(.taxImportDocument(nil), one.confirm)
        post(.taxImportPeriod(nil), one.date)
        post(.taxImportVersion(nil), one.choose)
        post(.taxImportPayroll(nil), one.judge)
        post(.taxImportParting(nil), one.part)
    }

    /// Routes of a firm's card, except its people.
    private func addCardRoutes(_ portal: Portal) {
        let archive = ArchiveController(portal: portal)
        get(.firm(nil), archive.index)
        get(.firmArchive(nil), archive.print)
        get(.firmArchiveTable(nil), archive.table)
        get(.firmFiles(nil), FirmFilesController(portal: portal).index)
        get(.firmPrintouts(nil), FirmPrintoutsController(portal: portal).index)
        let settings = FirmSettingsController(portal: portal)
        get(.firmSettings(nil), settings.show)
        post(.firmSettings(nil), settings.change)
        post(.firmSupervisor(nil), settings.supervise)
        post(.firmTaxation(nil), settings.tax)
        post(.firmTaxationRemoval(nil), settings.removeTaxation)
        post(.firmClosing(nil), settings.close)
        let view = ClientViewController(portal: portal)
        get(.viewedHome(nil), view.home)
        get(.viewedFiles(nil), view.files)
        get(.viewedAccount(nil), view.account)
        get(.viewedConversations(nil), view.index)
        get(.viewedConversation(nil, nil), view.show)
    }
}
