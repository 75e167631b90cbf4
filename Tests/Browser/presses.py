"""Counts a person's presses in the browser, by the rule of the targets: a press counts one, typing is free."""

# A press is a finger or a mouse button put down, or Enter or Space outside of a text. The count survives page loads.
COUNT = """
if (!window.countsPresses) {
  window.countsPresses = true;
  const press = (event) => { if (event.isTrusted) sessionStorage.presses = Number(sessionStorage.presses ?? 0) + 1; };
  document.addEventListener("pointerdown", press, true);
  document.addEventListener("keydown", (event) => {
    const isText = event.target.matches?.("textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit])");
    if (event.key === "Enter" ? !event.target.matches?.("textarea, [contenteditable]") : event.key === " " && !isText) press(event);
  }, true);
}
"""


class Presses:
    """The presses of one person in one tab, from now on."""

    def __init__(self, person):
        self.page = person.page
        self.windows = 0
        self.page.add_init_script(COUNT)
        self.page.evaluate(COUNT)
        self.page.evaluate("sessionStorage.presses = 0")

    @property
    def count(self):
        return int(self.page.evaluate("sessionStorage.presses")) + self.windows

    def choose_file(self, button, file):
        """Presses the button, and the file in the system's window, which no page sees."""
        with self.page.expect_file_chooser() as window:
            button.click()
        self.windows += 1
        window.value.set_files([file])
