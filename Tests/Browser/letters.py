"""Letters in the browser of a client or of the office, as verbs."""

from playwright.sync_api import expect


class Letters:
    """What a person does with letters and with clients' questions."""

    def open_message(self, subject):
        """Opens a letter from the list of letters."""
        self.open("/conversations")
        self.page.get_by_role("link", name=subject, exact=True).first.click()
        expect(self.heading).to_have_text(subject)

    def message(self, text):
        """Returns the message of the open letter with this text."""
        return self.page.locator("article.message").filter(has_text=text)

    def attach(self, *files, within=None, photo=False):
        form = within or self.page.locator("form[data-uploads]")
        before = form.locator("[data-uploads-list] > li").count()
        source = form.locator(".photo-button input" if photo else ".file-button:not(.photo-button) input")
        source.set_input_files(list(files))
        expect(form.locator("[data-uploads-list] input[name=files]:enabled")).to_have_count(before + len(files))
        for file in files:
            expect(form.locator("[data-uploads-list]")).to_contain_text(file["name"])

    def answer(self, text, *files, photo=False):
        form = self.page.locator("form#answer")
        self.field("messages.answer", form).fill(text)
        if files:
            self.attach(*files, within=form, photo=photo)
        self.button("messages.send", form).click()
        expect(self.message(text)).to_be_visible()

    def ask(self, subject, text, *files, photo=False):
        """Sends a client's own question to the office."""
        self.open("/conversations")
        self.link("messages.write").click()
        form = self.page.locator("form[data-composer]")
        self.field("fields.subject", form).fill(subject)
        self.field("fields.body", form).fill(text)
        if files:
            self.attach(*files, within=form, photo=photo)
        self.button("messages.send", form).click()
        expect(self.heading).to_have_text(subject)
        expect(self.message(text)).to_be_visible()

    def file_link(self, name):
        return self.page.locator("a.attachment").filter(has_text=name).first

    def download(self, name):
        """Downloads a file of the open letter; returns the name under which it was saved, and its bytes."""
        with self.page.expect_download() as pending:
            self.file_link(name).click()
        download = pending.value
        with open(download.path(), "rb") as saved:
            return download.suggested_filename, saved.read()

    # Client questions

    def question(self, subject):
        return self.page.locator("li.question").filter(has=self.page.get_by_role("link", name=subject, exact=True))

    def question_link(self, subject):
        return self.question(subject).get_by_role("link", name=subject, exact=True)

    def open_question(self, subject):
        """Opens the page of a conversation; beside the list it opens in a panel."""
        self.open("/office/questions?show=all")
        self.open(self.question_link(subject).get_attribute("href"))
        expect(self.heading).to_have_text(subject)

    @property
    def panel(self):
        return self.page.locator("[data-questions-panel]")

    def await_panel(self, subject):
        """Waits until this question has opened: on a phone it is a page, beside the list on a wider screen."""
        expect(self.page.locator("#conversation").get_by_role("heading", name=subject, exact=True)).to_be_visible()

    def expect_panel(self, subject):
        """Waits until this question stands in the panel, with the answer focused."""
        expect(self.panel.get_by_role("heading", name=subject, exact=True)).to_be_visible()
        expect(self.field("messages.answer", self.panel.locator("#answer"))).to_be_focused()
