import Foundation
import GRDB
import Models

/// How the office comes to be: its people, its firms, their people.
extension DemoHistory {
    func planFounding() {
        agenda.add(opening) { try self.found($0) }
        for (index, person) in DemoStaff.allCases.filter({ $0 != .anna }).enumerated() {
            agenda.add(opening.addingTimeInterval(1800 + Double(index) * 300)) { try self.hire(person, $0) }
        }
        let founding = DemoFirms.all.filter { $0.since == nil }
        for (index, firm) in founding.enumerated() {
            agenda.add(opening.addingTimeInterval(2 * DemoCalendar.hour + Double(index) * 240)) {
                try self.takeOn(firm, $0)
            }
        }
        for firm in DemoFirms.all {
            guard let since = firm.since else { continue }
            agenda.add(calendar.working(since, daysBefore: now, at: 11, 20)) { try self.takeOn(firm, $0) }
        }
        agenda.add(calendar.working(DemoFirms.closedDaysAgo, daysBefore: now, at: 15, 5)) { try self.archive($0) }
    }

    private func found(_ at: Date) throws {
        var office = NewOffice(
            name: "Biuro Rachunkowe Anna Lis", country: .poland, taxIdentifier: DemoIdentifiers.repeated(9),
            phone: "+48 600 100 200", email: DemoStaff.anna.email, headName: "Anna Lis", language: .pl
        )
        office.isDemo = true
        let link = try Office.create(db, office, at: at)
        staff[.anna] = link.personId
        links[link.personId] = link
        planActivation(link.personId, at.addingTimeInterval(900))
        agenda.add(at.addingTimeInterval(1200)) { at in
            try Office.correct(self.db, DemoLook.details, by: link.personId, at: at)
            try Office.choose(self.db, logo: DemoLook.logo(), by: link.personId, at: at)
        }
    }

    private func hire(_ person: DemoStaff, _ at: Date) throws {
        guard let listed = DemoOffice.cast.first(where: { $0.email == person.email }) else { throw NotFound() }
        let new = NewPerson(
            name: listed.name, email: listed.email, phone: "+48 600 100 20\(staff.count)",
            language: person == .dana ? .he : .pl
        )
        let role = Staff.Role(rawValue: listed.role) ?? .accountant
        let hired = try Staff.add(db, new, role: role, by: id(.anna), at: at)
        staff[person] = hired.personId
        if let line = DemoLook.lines[person] {
            let details = Staff.Details(name: listed.name, phone: new.phone, line: line)
            try Staff.correct(db, details, of: hired.personId, by: id(.anna), at: at)
        }
        links[hired.personId] = try PersonalLink.mint(db, for: hired.personId, handed: .byMail, by: id(.anna), at: at)
        planActivation(hired.personId, at.addingTimeInterval(random.delay(600, 3000)))
    }

    /// A firm becomes a client: it gets its supervisor, and its people their invitations.
    private func takeOn(_ listed: DemoFirm, _ at: Date) throws {
        var new = NewFirm(
            name: listed.name, country: listed.country, taxIdentifier: listed.identifier, form: listed.form,
            supervisor: try id(listed.supervisor)
        )
        (new.vat, new.approvalRequired, new.tags) = (listed.vat, listed.form != .card, listed.tags)
        let day = calendar.day(at)
        let firm = try Firm.add(db, new, by: id(.anna), on: day, at: at)
        if listed.slug == DemoFirms.bakery {
            try Assignment.assign(
                db, firm: firm.id, to: id(.ola), duty: .accountant, from: day, by: id(.anna), at: at
            )
        }
        clients[listed.slug] = DemoClient(firm: firm, listed: listed)
        for person in listed.people {
            agenda.add(at.addingTimeInterval(60)) { try self.invite(person, to: listed, $0) }
        }
    }

    private func invite(_ listed: DemoFirm.Client, to firm: DemoFirm, _ at: Date) throws {
        let new = NewPerson(
            name: listed.name, email: listed.email, phone: phone(of: firm), language: listed.language
        )
        var rights = Membership.Rights()
        // In a firm with employees, the first person has the right to payroll.
        rights.canPayroll = firm.form == .fullBooks && listed.email == firm.people.first?.email
        let link = try Membership.invite(
            db, new, to: client(firm.slug).firm, rights: rights, by: id(firm.supervisor), at: at
        )
        guard let person = try Person.find(db, email: EmailAddress(listed.email)) else { throw NotFound() }
        let isCast = DemoOffice.cast.contains { $0.email == listed.email }
        var activeFrom: Date? = person.isInvited ? nil : at
        if let link, !listed.isInvitedOnly {
            let delay = random.delay(DemoCalendar.hour, 6 * DemoCalendar.day)
            let activation = calendar.awake(at.addingTimeInterval(delay))
            links[person.id] = link
            planActivation(person.id, activation)
            activeFrom = activation
        }
        let pace: DemoPace = isCast ? .cast : pace()
        clients[firm.slug]?.readers.append(.init(personId: person.id, pace: pace, activeFrom: activeFrom))
    }

    private func pace() -> DemoPace {
        switch random.unit() {
        case ..<0.42: .prompt
        case ..<0.82: .usual
        case ..<0.95: .slow
        default: .stopped
        }
    }

    /// A number that no operator gives out; not everybody has left one.
    private func phone(of firm: DemoFirm) -> String {
        let number = random.next() % 1000
        return firm.country == .poland && number < 700 ? String(format: "+48 600 000 %03d", number) : ""
    }

    private func planActivation(_ person: Int64, _ at: Date) {
        agenda.add(at) { at in
            guard let link = self.links.removeValue(forKey: person) else { return }
            _ = try PersonalLink.consume(self.db, link.token, password: self.passwordHash, at: at)
        }
    }

    private func archive(_ at: Date) throws {
        try client(DemoFirms.closed).firm.close(db, by: id(.anna), at: at)
        clients[DemoFirms.closed] = nil
    }
}
