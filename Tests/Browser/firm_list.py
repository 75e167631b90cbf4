"""The office's list of firms in the browser, as verbs."""

from playwright.sync_api import expect


class FirmList:
    """What a person of the office does with the list of firms."""

    def search_firms(self, text):
        """Types into the search of the list and waits for its result."""
        if self.path.split("?")[0] != "/office/firms":
            self.open("/office/firms")
        self.field("firms.search").fill(text)
        expect(self.firm_list).to_have_attribute("data-search", text)

    @property
    def firm_list(self):
        return self.page.locator("#firm-list")

    @property
    def bar(self):
        return self.page.get_by_role("region", name=self.words["selection.label"])

    def firms(self):
        """Returns the names on the page in their order."""
        return self.firm_list.locator("tbody th[scope=row] > a").all_text_contents()

    def row(self, firm):
        return self._row_of(self.firm_list, firm)

    def report_row(self, firm):
        return self._row_of(self.page.locator("#report"), firm)

    def _row_of(self, table, firm):
        return table.locator("tbody tr").filter(has=self.page.get_by_role("link", name=firm, exact=True))

    def tick(self, *firms):
        for firm in firms:
            self.row(firm).get_by_role("checkbox").check()

    def untick(self, *firms):
        for firm in firms:
            self.row(firm).get_by_role("checkbox").uncheck()

    def expect_nothing_selected(self):
        expect(self.button("broadcasts.action", self.bar)).to_be_disabled()
        expect(self.firm_list.locator("[data-select]:checked")).to_have_count(0)

    def expect_selected(self, number):
        expect(self.bar.locator("[data-selection-count]")).to_have_text(self.words.counted("selection.count", number))

    def select_all_matching(self):
        self.page.locator("[data-select-page]").check()
        self.bar.locator("[data-selection-all]").click()

    def open_firm(self, firm):
        self.search_firms(firm)
        self.row(firm).get_by_role("link", name=firm, exact=True).click()
        expect(self.heading).to_have_text(firm)

    def open_letter(self, firm, subject):
        """Opens one of a firm's letters from its card."""
        self.open_firm(firm)
        folder = self.page.locator(".folder").filter(has_text=subject).first
        folder.locator("summary").first.click()
        folder.locator(".folder__whole a").click()
        expect(self.heading).to_have_text(subject)
