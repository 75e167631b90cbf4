"""Story 1: the demo office is there after the first start, and still there after the second."""

import pytest
from playwright.sync_api import expect

from office import PASSWORD, Office
from server import run

PEOPLE = [
    "anna@biuro.example", "marek@biuro.example", "ola@biuro.example", "dana@biuro.example",
    "piotr@piekarnia.example", "ewa@przewozy.example", "tomasz@meble.example", "noa@studio.example",
]


def test_the_last_lines_say_where_it_is_and_who_can_sign_in(server):
    last = server.output.strip().splitlines()[-15:]
    assert any(server.base in line for line in last), server.output
    assert any(PASSWORD in line for line in last), server.output
    for person in PEOPLE:
        assert any(person in line for line in last), f"{person} is not in:\n{server.output}"


@pytest.mark.journey
def test_everybody_of_the_cast_can_sign_in(office):
    for email in PEOPLE:
        office.sign_in(email)


def test_a_second_start_keeps_the_data(browser, server):
    before = Office(browser, server.base)
    before.sign_in("piotr@piekarnia.example").ask("Faktura za mąkę", "Czy dotarła?")
    before.close()
    server.stop()
    server.start()
    after = Office(browser, server.base)
    piotr = after.sign_in("piotr@piekarnia.example")
    piotr.open_message("Faktura za mąkę")
    expect(piotr.message("Czy dotarła?")).to_be_visible()
    after.close()


def test_it_answers_by_the_number_too_and_to_no_other_name(office, server):
    visitor = office.visitor()
    visitor.recorder.base = f"http://127.0.0.1:{server.port}"
    visitor.page.goto(f"http://127.0.0.1:{server.port}/sign-in")
    expect(visitor.heading).to_have_text(visitor.words["open.signIn.title"])
    refused = visitor.context.request.get(f"{server.base}/sign-in", headers={"Host": "evil.example"})
    assert 400 <= refused.status < 500


def test_a_second_process_on_the_same_folder_is_refused_in_one_line(server):
    second = run("demo", "--data", server.data, "--port", 0)
    assert second.returncode == 1
    assert len(second.stderr.strip().splitlines()) == 1 and str(server.data) in second.stderr


def test_it_serves_nothing_but_loopback(tmp_path):
    refused = run("demo", "--data", tmp_path / "data", "--host", "0.0.0.0")
    assert refused.returncode in (1, 2)
    assert refused.stderr.strip()


def test_wrong_usage_ends_with_two():
    assert run("serve", "--no-such-option").returncode == 2
    assert run("no-such-command").returncode == 2


def test_a_folder_without_an_office_is_refused_by_serve(tmp_path):
    refused = run("serve", "--data", tmp_path / "empty", "--port", 0)
    assert refused.returncode == 1
    assert len(refused.stderr.strip().splitlines()) == 1
