"""Ways to open the pages of one firm and of its people, and the refusals in the list of firms."""

from itertools import count

from playwright.sync_api import expect

_numbers = count(1)


def firm(person):
    person.open("/office/firms?q=klos")
    person.firm_list.get_by_role("link", name="Piekarnia Kłos", exact=True).click()
    expect(person.page.locator(".subnav")).to_be_visible()


def tab(key):
    def visit(person):
        firm(person)
        person.link(key, person.page.locator("main")).click()
        expect(person.page.locator("main")).to_be_visible()
    return visit


def printouts(person):
    tab("firms.tab.files")(person)
    person.page.locator("a.segment[href$='/printouts']").click()
    expect(person.page.locator(".printouts").first).to_be_visible()


def opened(person):
    """A firm's card with one of its conversations open."""
    firm(person)
    folder = person.page.locator(".folder").filter(has_text="Bułki dla szkoły")
    folder.locator("summary.folder__head").click()
    expect(folder.locator(".entry")).to_have_count(2)


def view_at(place, shown):
    """Opens one of a client's pages in the office's view of them, by the client's own menu."""
    def visit(person):
        tab("firms.viewAs")(person)
        person.page.locator(f".top .nav a[href*='/view{place}']").click()
        expect(person.page.locator(shown).first).to_be_visible()
    return visit


def view(person):
    view_at("/conversations", "a.row__link")(person)
    person.page.locator("a.row__link").filter(has_text="Bułki dla szkoły").click()
    expect(person.page.locator("article.message")).to_have_count(2)


def people(person):
    firm(person)
    person.link("firms.tab.people").click()
    expect(person.page.locator("#people-title")).to_be_visible()


def activation_link(person):
    people(person)
    invite = person.page.locator("form#invite")
    invite.locator("[name=name]").fill("Osoba Próbna")
    invite.locator("[name=email]").fill(f"proba{next(_numbers)}@piekarnia.example")
    invite.get_by_role("button").click()
    expect(person.page.locator("#link")).to_be_visible()


def piotr(person):
    people(person)
    person.page.locator(".people__name a", has_text="Piotr Kłos").click()
    expect(person.page.locator("#rights-title")).to_be_visible()


def filtered(tab, menu):
    """Opens a tab with active filters, and optionally one of their menus."""
    def visit(person):
        person.open(f"/office/firms?tab={tab}&form=fullBooks&form=ledger&state=unread")
        if not menu:
            return
        person.page.locator(f"#filter-{menu} > summary").click()
        expect(person.page.locator(f"#filter-{menu} .filter__panel")).to_be_visible()
    return visit


def refused_filter(person):
    """Saves a filter under a name that is taken already."""
    person.open("/office/firms?form=card")
    person.recorder.expect(422)
    person.page.locator("#save-filter > summary").click()
    person.page.locator("#filter-name").fill("VAT miesięczny i kwartalny")
    person.page.locator("#save-filter form").get_by_role("button").click()
    expect(person.page.locator("#filter-name-error")).to_be_visible()


def refused_firm(person):
    person.recorder.expect(422)
    person.open("/office/firms/new")
    person.page.locator("#name").fill("Zła")
    person.page.locator("#identifier").fill("1234567890")
    person.page.locator("#form").select_option("lumpSum")
    person.page.locator("main form").get_by_role("button").click()
    expect(person.page.locator("#identifier-error")).to_be_visible()
