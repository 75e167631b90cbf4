"""E-mail through the office's own server: set in the settings and proved by a test, with a real Postfix and with servers
that misbehave."""

import base64
import contextlib
import os

import pytest
from playwright.sync_api import expect

from bad_mail_server import BadMailServer, Handler, Talker
from certificates import Authority
from mail_settings import HEAD, Head
from postfix import PASSWORD, SENDER, USER, Postfix
from server import Server, copy_of, run


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def postfix(authority):
    if os.geteuid() != 0 and not os.environ.get("CI"):
        pytest.skip("a Postfix of the tests' own needs root")
    with Postfix(authority.signed("localhost")) as postfix:
        yield postfix


@pytest.fixture(scope="module")
def server(demo_folder, tmp_path_factory, authority):
    data = copy_of(demo_folder, tmp_path_factory.mktemp("mail") / "data")
    with Server(data, settings={"SKRYTKA_SMTP_CA": str(authority.chain)}) as server:
        yield server


@pytest.fixture(scope="module")
def offices(demo_folder, tmp_path_factory, authority):
    """Offices one after the other, with their heads: each lets its head send ten tests within ten minutes."""
    with contextlib.ExitStack() as stack:
        def offices():
            while True:
                data = copy_of(demo_folder, tmp_path_factory.mktemp("head") / "data")
                server = stack.enter_context(Server(data, settings={"SKRYTKA_SMTP_CA": str(authority.chain)}))
                for _ in range(3):
                    yield server, Head(server.base).sign_in(HEAD)
        yield offices()


@pytest.fixture
def head(offices):
    """The head of an office, who may send three tests."""
    server, head = next(offices)
    head.server = server
    return head


def parts(mail):
    return {part.get_content_type(): part for part in mail.walk()}


def test_a_head_sets_mail_up_and_a_test_proves_it(office, postfix):
    before = len(postfix.mails(0))
    anna = office.sign_in(HEAD)
    anna.open("/office/settings")
    card = anna.page.get_by_role("region", name=anna.words["mailSettings.title"])
    expect(card).to_contain_text(anna.words["mailSettings.testMissing"])
    expect(anna.button("mailSettings.test")).to_have_count(0)
    card.locator("#mail-host").fill("localhost")
    card.locator("#mail-port").fill(str(postfix.port))
    card.locator("#mail-user").fill(USER)
    card.locator("#mail-password").fill(PASSWORD)
    card.locator("#mail-sender-address").fill(SENDER)
    anna.button("mailSettings.save").click()
    expect(anna.flash).to_contain_text(anna.words["flash.saved"])
    expect(card.locator("#mail-password")).to_have_value("")
    anna.button("mailSettings.test").click()
    expect(card.locator(".mail-test__outcome")).to_contain_text(anna.words["mailSettings.accepted"])
    expect(anna.page.locator(".settings__side")).to_contain_text(anna.words["mailSettings.summary.works"])
    mail = postfix.mails(before + 1)[-1]
    assert mail["To"].addresses[0].addr_spec == HEAD and mail["From"].addresses[0].addr_spec == SENDER
    assert mail["Subject"].startswith("Próba poczty: ") and mail["Auto-Submitted"] == "auto-generated"
    assert mail["Return-Path"] == f"<{SENDER}>" and mail["Message-ID"].endswith("@lis.example>")
    found = parts(mail)
    assert list(found) == ["multipart/alternative", "text/plain", "text/html"]
    text, page = (found[f"text/{kind}"].get_content() for kind in ("plain", "html"))
    assert "to jest próba" in text and "to jest próba" in page and '<html lang="pl" dir="ltr">' in page


def test_a_test_goes_over_tls_from_the_start_too(head, postfix):
    assert head.outcome(port=postfix.tls_port, security="tls")[0] == "accepted"


def test_a_hebrew_mail_runs_from_right_to_left_in_both_parts(head, postfix):
    before = len(postfix.mails(0))
    head.set_mail(port=postfix.port)
    head.post("/account/language", [("language", "he")])
    head.test_mail()
    head.post("/account/language", [("language", "pl")])
    mail = postfix.mails(before + 1)[-1]
    found = parts(mail)
    assert mail["Subject"][0] == "\u200f" and "בדיקת" in mail["Subject"]
    assert '<html lang="he" dir="rtl">' in found["text/html"].get_content()
    lines = [line for line in found["text/plain"].get_content().splitlines() if line]
    assert lines and all(line[0] == "\u200f" for line in lines)


def test_a_wrong_password_and_a_foreign_sender_are_named(head, postfix):
    name, reply = head.outcome(port=postfix.port, password="nie to")
    assert name == "passwordRefused" and reply.startswith("535 5.7.8")
    name, reply = head.outcome(port=postfix.port, senderAddress="kto@inny.example")
    assert name == "senderRefused" and "not owned" in reply
    name, reply = head.outcome(port=postfix.port, user="", password="")
    assert name == "passwordNotAsked" and "not logged in" in reply


@pytest.mark.parametrize("host, days, expected", [
    ("localhost", "-1", "certificateExpired"), ("smtp.inny.example", "2", "certificateName"),
])
def test_a_wrong_certificate_is_named(head, authority, host, days, expected):
    with BadMailServer(certificate=authority.signed(host, days)) as bad:
        assert head.outcome(port=bad.port)[0] == expected
        assert bad.handler.mails == []


def test_a_certificate_of_an_authority_that_nobody_knows_is_named(head, tmp_path):
    with BadMailServer(certificate=Authority(tmp_path).signed("localhost")) as bad:
        assert head.outcome(port=bad.port)[0] == "certificateIssuer"


def test_without_encryption_nothing_is_said_to_the_server(head, postfix):
    with BadMailServer() as bad:
        assert head.outcome(port=bad.port)[0] == "noEncryption"
        assert bad.handler.mails == []
    assert head.outcome(port=postfix.port, security="tls")[0] == "encryptionFailed"


@pytest.mark.parametrize("phase, answer, expected", [
    ("MAIL", "550 5.7.1 not you", "senderRefused"), ("MAIL", "451 4.3.0 later", "senderRefused"),
    ("RCPT", "550 5.1.1 nobody", "recipientRefused"), ("RCPT", "450 4.2.1 grey", "recipientRefused"),
    (".", "554 5.7.1 spam", "refused"), (".", "452 4.3.1 full", "refused"), (".", "552 5.3.4 big", "tooBig"),
])
def test_what_a_server_refuses_is_named_with_its_words(head, authority, phase, answer, expected):
    with BadMailServer(Handler(phase, answer), authority.signed("localhost")) as bad:
        assert head.outcome(port=bad.port, user="", password="") == (expected, answer)


@pytest.mark.parametrize("phase, expected", [("MAIL", "lostBefore"), ("RCPT", "lostBefore"), (".", "lostAfter")])
def test_a_server_that_hangs_up_is_named(head, authority, phase, expected):
    with BadMailServer(Handler(phase), authority.signed("localhost")) as bad:
        assert head.outcome(port=bad.port, user="", password="")[0] == expected


def test_a_name_that_nobody_knows_and_a_port_where_nobody_listens_are_named(head):
    assert head.outcome(host="poczta.invalid")[0] == "nameNotFound"
    assert head.outcome(port=1)[0] == "cannotConnect"


def test_nothing_is_shown_of_a_service_that_is_no_mail_server(head):
    with Talker(b"HTTP/1.1 200 OK\r\nServer: secret-inside\r\n\r\n<p>secret</p>") as talker:
        assert head.outcome(port=talker.port) == ("notMail", None)
        assert "secret" not in head.get("/office/settings")


def test_a_silent_server_is_given_up(head):
    with Talker(b"") as talker:
        assert head.outcome(port=talker.port)[0] == "tooSlow"


def test_a_server_from_outside_wins_and_is_shown(demo_folder, tmp_path, authority, postfix):
    user, password = USER.replace("@", "%40"), "".join(f"%{byte:02x}" for byte in PASSWORD.encode())
    # To this machine itself an address without TLS would not be encrypted.
    settings = {"SKRYTKA_SMTP_CA": str(authority.chain),
                "SKRYTKA_SMTP_URL": f"smtps://{user}:{password}@localhost:{postfix.tls_port}"}
    with Server(copy_of(demo_folder, tmp_path / "data"), settings=settings) as server:
        head = Head(server.base).sign_in(HEAD)
        page = head.get("/office/settings")
        assert f"localhost:{postfix.tls_port}" in page and 'name="host"' not in page and PASSWORD not in page
        assert head.outcome(host="gdzie.indziej.example")[0] == "accepted"


def test_a_backup_holds_neither_the_password_nor_its_key_and_a_restored_office_asks_for_it(head, postfix, tmp_path):
    head.set_mail(port=postfix.port)
    data = head.server.data
    key = (data / "sealing.key").read_bytes()
    assert len(key) == 32 and (data / "sealing.key").stat().st_mode & 0o777 == 0o600
    done = run("backup", tmp_path / "backups", "--data", data)
    assert done.returncode == 0, done.stderr
    [backup] = (tmp_path / "backups").iterdir()
    secrets = [PASSWORD.encode(), key, key.hex().encode(), base64.b64encode(key), base64.b64encode(PASSWORD.encode())]
    files = [path for path in backup.rglob("*") if path.is_file()]
    assert files and not any(secret in path.read_bytes() for path in files for secret in secrets)
    done = run("restore", backup, "--data", tmp_path / "restored")
    assert done.returncode == 0, done.stderr
    with Server(tmp_path / "restored") as restored:
        again = Head(restored.base).sign_in(HEAD)
        page = again.get("/office/settings")
        assert "Zapisanego hasła nie da się otworzyć" in page and f'value="{USER}"' in page
