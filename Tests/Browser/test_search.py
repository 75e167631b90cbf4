"""A person searches for a word, from any page, and gets to the message that contains it."""

from playwright.sync_api import expect


def look_for(person, words):
    field = person.page.locator("#top-search:visible, #search-words:visible").first
    field.fill(words)
    field.press("Enter")
    expect(person.page.locator("#search-words")).to_have_value(words)


def test_a_client_finds_his_message_and_the_office_finds_it_too(office):
    piotr = office.sign_in("piotr@piekarnia.example")
    piotr.ask("Zaświadczenie dla banku", "Czy dostanę zaświadczenie o niezaleganiu?")
    piotr.open("/")
    look_for(piotr, "zaswiadczenie niezaleg")
    expect(piotr.page.locator("mark").filter(has_text="niezaleganiu").first).to_be_visible()
    piotr.page.locator(".found a.row__link").filter(has_text="Zaświadczenie dla banku").first.click()
    expect(piotr.heading).to_have_text("Zaświadczenie dla banku")
    anna = office.sign_in("anna@biuro.example")
    look_for(anna, "niezaleganiu")
    expect(anna.page.locator(".found").filter(has_text="Piekarnia Kłos").first).to_be_visible()
    ewa = office.sign_in("ewa@przewozy.example")
    look_for(ewa, "niezaleganiu")
    expect(ewa.page.locator(".found")).to_have_count(0)


def test_a_phone_has_the_search_behind_an_icon_and_it_works_without_script(office):
    piotr = office.sign_in(
        "piotr@piekarnia.example", viewport={"width": 360, "height": 740}, java_script_enabled=False)
    piotr.page.locator("a.top__find").click()
    look_for(piotr, "faktury")
    assert piotr.page.evaluate("() => document.documentElement.scrollWidth") <= 360


def test_the_head_reads_the_journal_and_has_it_checked(office):
    anna = office.sign_in("anna@biuro.example")
    anna.open("/office/audit")
    anna.page.locator(".audit__chain button").click()
    expect(anna.page.locator(".audit__chain .state--good")).to_be_visible()
    anna.page.locator("#audit-action").select_option("broadcastSent")
    anna.page.locator(".audit__go button").click()
    expect(anna.page.locator(".table--audit tbody tr")).not_to_have_count(0)
    with anna.page.expect_download() as download:
        anna.page.locator(".page-head a[href*=export]").click()
    assert download.value.suggested_filename.endswith(".csv")
