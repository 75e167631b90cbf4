"""Notices to many firms in the browser, as verbs."""

from playwright.sync_api import expect


class Notices:
    """What a person of the office does with notices."""

    @property
    def composer(self):
        return self.page.locator("form#composer")

    def compose(self, subject, text, files=()):
        """Opens the sheet for the ticked firms and fills it in."""
        self.button("broadcasts.action", self.bar).click()
        expect(self.page.get_by_role("dialog")).to_be_visible()
        self.field("fields.subject", self.composer).fill(subject)
        self.field("fields.body", self.composer).fill(text)
        if files:
            self.attach(*files, within=self.composer)

    def check(self):
        self.button("broadcasts.next", self.composer).click()
        expect(self.heading).to_have_text(self.words["broadcasts.check.title"])

    @property
    def send_button(self):
        return self.page.locator("form[action='/office/broadcasts']").get_by_role("button")

    def send(self):
        self.send_button.click()
        self.expect_path(r"/office/(broadcasts/[0-9a-z]{13}|firms)")
        if self.path.startswith("/office/firms"):
            # It can be undone for a while; then it goes by itself.
            self.page.locator(".toast a[href^='/office/broadcasts/']:not([href*=check])").click(timeout=30_000)
            self.expect_path(r"/office/broadcasts/[0-9a-z]{13}")

    def send_notice(self, subject, text, to, files=()):
        """Sends a notice to one or more firms by name; ends on the report."""
        self.open("/office/firms")
        for firm in to:
            self.search_firms(firm)
            self.tick(firm)
        self.expect_selected(len(to))
        self.compose(subject, text, files)
        self.check()
        self.send()

    def open_report(self, subject):
        self.open("/office/broadcasts")
        self.page.get_by_role("link", name=subject, exact=True).first.click()
        expect(self.heading).to_have_text(subject)
