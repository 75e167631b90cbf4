import Models

extension FirmListPage {
    init(
        _ address: FirmListAddress, _ table: FirmTable, _ savedFilters: [SavedFilter], _ name: FilterName,
        _ composer: ComposerFields, _ firstSteps: FirstStepsView?, isHead: Bool, _ format: Format
    ) {
        let text = format.text
        let choices = FirmFilterChoices(address: address, facets: table.facets, text: text)
        let shown = savedFilters.first { $0.filter == address.filter }
        let last = table.offset + table.rows.count
        self.init(
            q: address.filter.search,
            tabs: FirmTab.allCases.map { tab in
                Link(
                    label: text("firms.listTab.\(tab.rawValue)"), href: address.on(tab).href,
                    isCurrent: tab == address.tab)
            },
            kept: address.filtered(by: address.filter.searching("")).fields.map {
                Field(field: $0.name, value: FormFields.coded($0.name, $0.value))
            },
            saved: savedFilters.map {
                Link(label: $0.name, href: address.filtered(by: $0.filter).href, isCurrent: $0.id == shown?.id)
            },
            hasSaved: !savedFilters.isEmpty, menus: choices.menus, active: choices.active,
            hasActive: !address.filter.isEmpty, clearHref: address.filtered(by: FirmFilter()).href,
            canSave: !address.filter.isEmpty && shown == nil, saveName: name.value, saveError: name.error,
            removal: shown.map { Removal(removal: Path.firmFilterRemoval($0.id).text, savedName: $0.name) },
            columns: Self.columns(address, text), tableName: address.tab.rawValue,
            rows: table.rows, isEmpty: table.rows.isEmpty, isMany: table.matching > 1,
            hasNoFirms: table.facets.total == 0,
            matching: "\(table.matching)", matchingText: text.plural("count.firms", table.matching),
            query: address.filter.query,
            previousHref: table.hasPrevious ? address.href("before", table.rows.first?.id) : nil,
            nextHref: table.hasNext ? address.href("after", table.rows.last?.id) : nil,
            pageText: table.hasPrevious || table.hasNext
                ? text("firms.pageText", ["from": "\(table.offset + 1)", "to": "\(last)", "of": "\(table.matching)"])
                : nil,
            newHref: isHead ? Path.newFirm.text : nil, firstSteps: firstSteps, composer: composer
        )
    }

    private static func columns(_ address: FirmListAddress, _ text: LanguageText) -> [Column] {
        address.tab.columns.map { column in
            let isSorted = column.sort == address.sort
            return Column(
                key: column.key, label: text("column.\(column.key)"),
                href: column.sort.map { address.sorted(by: $0).href } ?? "",
                sort: isSorted ? (address.isDescending ? "descending" : "ascending") : "none",
                canSort: column.sort != nil
            )
        }
    }
}

/// The filters of the list in the person's language, each option with its count and its link.
struct FirmFilterChoices {
    let address: FirmListAddress
    let facets: FirmList.Facets
    let text: LanguageText

    var menus: [FirmListPage.Menu] {
        let supervisors = named { if case .supervisor(.some) = $0 { true } else { false } } + [.supervisor(nil)]
        return [
            menu("supervisor", supervisors), menu("form", TaxationForm.allCases.map { .form($0) }),
            menu("vat", VATPeriod.allCases.map { .vat($0) } + [.vat(nil)]),
            menu("tag", named { if case .tag = $0 { true } else { false } }),
            menu("state", FirmOption.State.allCases.map { .state($0) }),
        ]
    }

    var active: [FirmListPage.Active] {
        let filter = address.filter
        let search =
            filter.search.isEmpty
            ? []
            : [
                FirmListPage.Active(
                    label: text("firms.filter.search"), value: filter.search,
                    href: address.filtered(by: filter.searching("")).href
                )
            ]
        return search
            + filter.options.map { option in
                .init(
                    label: text("firms.filter.\(option.field.name)"), value: label(option),
                    href: address.filtered(by: filter.toggling(option)).href
                )
            }
    }

    /// Returns the options with names of their own, by name, including chosen ones that match nothing.
    private func named(_ isMeant: (FirmOption) -> Bool) -> [FirmOption] {
        let names = facets.names.keys.filter(isMeant).sorted { label($0).lowercased() < label($1).lowercased() }
        return names + address.filter.options.filter { isMeant($0) && facets.names[$0] == nil }
    }

    /// Returns a menu of the options that would show something, and of the chosen ones.
    private func menu(_ name: String, _ options: [FirmOption]) -> FirmListPage.Menu {
        let shown = options.filter { facets.counts[$0] != nil || address.filter.has($0) }
        let chosen = options.count { address.filter.has($0) }
        return .init(
            menu: name, label: text("firms.filter.\(name)"), chosen: "\(chosen)", isChosen: chosen > 0,
            options: shown.map(choice), hasOptions: !shown.isEmpty
        )
    }

    private func choice(_ option: FirmOption) -> FirmListPage.Choice {
        .init(
            choice: Path.query([option.field]).replacing("=", with: "-"), label: label(option),
            count: "\(facets.counts[option] ?? 0)", href: address.filtered(by: address.filter.toggling(option)).href,
            isCurrent: address.filter.has(option)
        )
    }

    private func label(_ option: FirmOption) -> String {
        switch option {
        case .supervisor(nil): text("firms.filter.nobody")
        case .supervisor: facets.names[option] ?? text("firms.filter.unknown")
        case .form(let form): text("form.\(form.rawValue)")
        case .vat(let period): text("firms.vat.\(period?.rawValue ?? "none")")
        case .tag(let key): facets.names[option] ?? key
        case .state(let state): text("firms.state.\(state.rawValue)")
        }
    }
}
