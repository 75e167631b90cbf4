"""Counts a person's presses in the browser: a press counts one, typing is free; and the most that each job may take."""

from contextlib import contextmanager

# The most presses of each job, from the first page that the person comes to.
TARGETS = {
    "J1": 5,   # the office: a notice to all firms of a saved filter
    "J3": 6,   # the office: printouts to firms of several forms of taxation
    "J4": 1,   # the office: see who has not read
    "J5": 2,   # the office: remind only those; goes on where J4 ends
    "J6": 2,   # the office: answer a client
    "J7": 3,   # the office: prove what a firm got in a period
    "J8": 3,   # the office: cover an absent colleague
    "J9": 6,   # the office: 300 firms from a CSV file
    "J10": 4,  # the office: hundreds of PDFs to as many firms
    "J11": 2,  # a client: the first message ever
    "J12": 1,  # a client: read
    "J13": 2,  # a client: download the file of a message
    "J17": 3,  # a client: find last year's file
}
FIRST_PAGES = ("/", "/office/firms")

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

    def choose(self, select, **option):
        """Presses a list of choices, and one of them, which the system draws."""
        self.windows += 2
        select.select_option(**option)


@contextmanager
def job(name, person, goes_on=False):
    """Counts the presses of a job, which begins on the person's first page, and fails above its target."""
    path = person.path.split("?")[0]
    assert goes_on or path in FIRST_PAGES or path.startswith("/activation/"), f"{name} begins at {person.path}"
    presses = Presses(person)
    yield presses
    assert 0 < presses.count <= TARGETS[name], f"{name} took {presses.count} presses, not {TARGETS[name]}"
