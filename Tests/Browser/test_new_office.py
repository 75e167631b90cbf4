"""Story 9: a new office from nothing: created, activated, its first firm, first person, first notice."""

import re
import sqlite3
import subprocess

import pytest
from playwright.sync_api import expect

from judge import faults_of_look, faults_of_words
from office import DESK
from server import BINARY, ROOT, Server, clean_environment, run

HEAD, CLIENT = "szef@nowe-biuro.example", "jan@pierwsza.example"
PASSWORD = "rower stoi pod lipą od wtorku"


@pytest.fixture(scope="module")
def created(tmp_path_factory):
    """Makes an office in an empty folder; returns the folder and the path of the head's link."""
    folder = tmp_path_factory.mktemp("real") / "data"
    result = run("office", "create", "--data", folder, "--name", "Nowe Biuro", "--tax-identifier", "1111111111",
                 "--email", HEAD, "--person", "Helena Nowa")
    assert result.returncode == 0, result.stderr
    links = re.findall(r"https?://[^/\s]+(/activation/\S+)", result.stdout)
    assert len(links) == 1, result.stdout
    return folder, links[0]


@pytest.fixture(scope="module")
def server(created):
    with Server(created[0], command="serve") as server:
        yield server


def look_at(person):
    """Checks a page that is almost empty for errors."""
    person.await_ready()
    faults = [*faults_of_words(person.page, "pl"), *faults_of_look(person.page, DESK["width"])]
    assert not faults, f"{person.path}: " + "\n".join(faults)


def test_from_nothing_to_the_first_notice_read(office, server, created):
    helena = office.visitor()
    helena.recorder.expect(422)
    helena.open(created[1])
    look_at(helena)
    helena.activate(created[1], "demo-skrytka-2026")
    expect(helena.page.locator("#password-error")).to_be_visible()
    helena.activate(created[1], PASSWORD)
    if helena.path.startswith("/sign-in"):
        helena.sign_in(HEAD, PASSWORD)
    helena.expect_path("/office/firms")
    expect(helena.page.locator("main")).to_contain_text(helena.words["firms.noneTitle"])
    for path in ("/office/questions", "/office/broadcasts", "/office/firms"):
        helena.open(path)
        expect(helena.page.locator(".empty")).to_be_visible()
        look_at(helena)

    helena.link("firms.addFirst").click()
    helena.field("firms.name").fill("Pierwsza Firma")
    helena.field("firms.identifier").fill("123-456-78-90")
    expect(helena.page.locator("#form")).to_have_value("")
    helena.page.locator("#form").select_option("ledger")
    helena.button("firms.add").click()
    expect(helena.page.locator("#identifier-error")).to_be_visible()
    expect(helena.field("firms.name")).to_have_value("Pierwsza Firma")
    helena.field("firms.identifier").fill("222-222-22-22")
    helena.button("firms.add").click()
    expect(helena.heading).to_have_text("Pierwsza Firma")
    look_at(helena)

    invite = helena.page.locator("form#invite")
    helena.field("fields.personName", invite).fill("Jan Pierwszy")
    helena.field("fields.email", invite).fill(CLIENT)
    helena.button("firms.inviteSubmit", invite).click()
    link = helena.field("firms.link.label").input_value()
    assert link.startswith(f"{server.base}/activation/")
    helena.link("firms.link.done").click()
    expect(helena.heading).to_have_text("Pierwsza Firma")
    assert link.rsplit("/", 1)[1] not in helena.page.content()

    # An invited person who has not signed in yet is a recipient too, and finds the letter later.
    helena.open("/office/firms")
    helena.tick("Pierwsza Firma")
    helena.compose("Witamy w skrytce", "Tu będziemy pisać.")
    helena.check()
    expect(helena.page.locator(".recipients--long")).to_contain_text("Jan Pierwszy")
    helena.send()

    jan = office.visitor()
    jan.activate(link, PASSWORD + "!")
    if jan.path.startswith("/sign-in"):
        jan.sign_in(CLIENT, PASSWORD + "!")
    jan.expect_unread(1)
    jan.open_message("Witamy w skrytce")
    jan.expect_unread(0)
    jan.open("/")
    expect(jan.page.locator(".empty--good")).to_be_visible()
    look_at(jan)
    expect(helena.report_row("Pierwsza Firma")).to_contain_text("Jan Pierwszy")


def test_a_used_link_says_so_and_how_to_go_on(office, created):
    visitor = office.visitor()
    for status in (404, 410):
        visitor.recorder.expect(status)
    visitor.page.goto(created[1])
    expect(visitor.heading).to_have_text(visitor.words["open.linkEnded.title"])
    expect(visitor.page.locator("#password")).to_have_count(0)


def test_the_demo_password_opens_nothing_in_a_real_office(office, server):
    visitor = office.visitor()
    visitor.recorder.expect(422)
    visitor.open("/sign-in")
    expect(visitor.page.locator("body")).not_to_contain_text("demo-skrytka-2026")
    visitor.field("fields.email").fill(HEAD)
    visitor.field("fields.password").fill("demo-skrytka-2026")
    visitor.button("open.signIn.submit").click()
    expect(visitor.page.locator("#sign-in-error")).to_be_visible()


def test_a_folder_that_has_an_office_gets_no_second_one(server, created):
    for _ in range(2):
        again = run("office", "create", "--data", created[0], "--name", "Drugie", "--tax-identifier", "3333333333",
                    "--email", "inny@nowe-biuro.example")
        assert again.returncode == 1
        assert len(again.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("wrong", [("--tax-identifier", "1234567890"), ("--email", "to nie adres")])
def test_wrong_words_are_refused_by_name_and_leave_nothing(tmp_path, wrong):
    given = {"--name": "Biuro", "--tax-identifier": "1111111111", "--email": HEAD} | dict([wrong])
    refused = run("office", "create", "--data", tmp_path / "data", *[word for pair in given.items() for word in pair])
    assert refused.returncode in (1, 2)
    assert wrong[0] in refused.stderr
    right = run("office", "create", "--data", tmp_path / "data", "--name", "Biuro", "--tax-identifier", "1111111111",
                "--email", HEAD)
    assert right.returncode == 0, right.stderr


def test_what_was_not_said_is_asked_for(tmp_path):
    command = [BINARY, "office", "create", "--data", tmp_path / "data"]
    answers = "Biuro Pytane\n1111111111\nszef@pytane.example\n"
    asked = subprocess.run(command, input=answers, env=clean_environment(), cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.count("/activation/") == 1
    command[-1] = tmp_path / "named"
    answers = "Biuro Pytane\n1234567890\n1111111111\nto nie adres\nszef@pytane.example\nJan Pytany\n12\n600 100 200\n"
    named = subprocess.run(command, input=answers, env=clean_environment(), cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert named.returncode == 0, named.stderr
    # Errors are reported at once, and the question is repeated.
    assert named.stdout.count("tax identifier:") == 2 and named.stdout.count("e-mail") == 2
    assert "NIP" in named.stderr and "digits are needed" in named.stderr
    with sqlite3.connect(tmp_path / "named" / "office.sqlite") as database:
        assert database.execute("SELECT name, phone FROM person").fetchall() == [("Jan Pytany", "600 100 200")]
    nobody = run("office", "create", "--data", tmp_path / "other")
    assert nobody.returncode == 2
    assert "--name" in nobody.stderr
