"""The rows of what is written: sign-ins, read receipts, answers, a notice to all firms."""

import html
import re
import time
import urllib.parse
import urllib.request

import load
from load import Ask
from office import PASSWORD
from row import Row, failed
from servers import BARE, run
from world import World


def sign_ins(world: World) -> Row:
    """Measures sign-ins of two at once against argon2id alone on two cores; a visitor's form carries a token of its
    cookie."""
    seconds = max(4, world.seconds)
    before = int(run(BARE, "argon2", 2, int(seconds)))
    emails = [row[0] for row in world.query("SELECT email FROM person WHERE email LIKE 'osoba%' ORDER BY id LIMIT 2000")]
    request = urllib.request.Request(world.app.url + "/sign-in")
    with urllib.request.urlopen(request) as answer:
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        token = cookie.split("=", 1)[1]
    asks = [Ask("/sign-in", f"; {cookie}", token,
                urllib.parse.urlencode({"email": email, "password": PASSWORD, "next": ""})) for email in emails]
    result = load.wrk(world.app, asks, 2 * seconds, connections=8)
    # The machine's speed varies, so argon2id is measured before and after.
    bare = (before + int(run(BARE, "argon2", 2, int(seconds)))) / 2
    share = result.rate / bare
    return Row("sign-ins", "≥ 90 % of bare argon2id on two cores", f"{result.rate:.0f}/s, {share:.0%}{failed(result)}",
               f"argon2id {bare:.0f}/s", share >= 0.9)


def receipts(world: World) -> Row:
    """Measures read receipts: one write each, answered after its fsync. Only receipts that do not exist yet."""
    tokens, codes = {session.person: session for session in world.clients}, world.codes
    rows = world.query(
        "SELECT membership.personId, message.conversationId, message.id FROM membership JOIN message USING (firmId)"
        " WHERE side = 'office' AND NOT EXISTS (SELECT 1 FROM readReceipt WHERE messageId = message.id"
        " AND readReceipt.personId = membership.personId) ORDER BY message.id LIMIT 60000")
    asks = [Ask(f"/conversations/{codes[conversation]}/messages/{codes[message]}/receipt", tokens[person].cookie,
                tokens[person].form_token, "") for person, conversation, message in rows]
    name, budget = "durable writes: read receipts", "> 1,000/s"
    if not asks:
        return Row(name, budget, "earlier runs have read everything: make a new office", "", None)
    before = world.query("SELECT count(*) FROM readReceipt")[0][0]
    result = load.wrk(world.app, asks, min(world.seconds, len(asks) / 8_000), connections=64)
    written = world.query("SELECT count(*) FROM readReceipt")[0][0] - before
    rate = result.rate * min(1, written / result.requests)
    return Row(name, budget, f"{rate:,.0f}/s, p99 {result.p99:.0f} ms, "
               f"{result.cpu:.2f} ms CPU{failed(result)}", "", rate > 1_000)


def answers(world: World) -> Row:
    rows = world.query(
        "SELECT max(conversation.id), membership.personId FROM conversation JOIN membership USING (firmId)"
        " WHERE broadcastId IS NULL GROUP BY membership.personId")
    tokens = {session.person: session for session in world.clients}
    asks = [Ask(f"/conversations/{world.codes[conversation]}/messages", tokens[person].cookie, tokens[person].form_token,
                "body=Dzi%C4%99kuj%C4%99%2C+wysy%C5%82am+faktury.") for conversation, person in rows]
    result = load.wrk(world.app, asks, world.seconds, connections=64)
    return Row("durable writes: answers", "> 1,000/s", f"{result.rate:,.0f}/s, p99 {result.p99:.0f} ms, "
               f"{result.cpu:.2f} ms CPU{failed(result)}", "", result.rate > 1_000 and not result.failures)


def broadcast(world: World) -> Row:
    """Measures a notice to all firms of the office: from the request to the response, when it is in every inbox."""
    times, firms = [], 0
    for number in range(3):
        form = {"subject": f"Pomiar {number} {time.time():.0f}", "body": "Termin mija w piątek.", "all": "1",
                "matching": ""}
        _, check, _ = world.call(world.head, "/office/broadcasts/check", form)
        _, _, text = world.call(world.head, check)
        fields = dict(re.findall(r'name="(draft|expected|audience)" value="([^"]*)"', text))
        firms = int(fields.get("expected", 0))
        began = time.perf_counter()
        status, report, _ = world.call(world.head, "/office/broadcasts", {k: html.unescape(v) for k, v in fields.items()})
        times.append((time.perf_counter() - began) * 1e3)
        if status != 303 or not re.search(r"/office/broadcasts/[0-9a-z]{13}$", report):
            return Row("broadcast", "< 400 ms", f"refused: {status} {report}", "", False)
    threads = world.query("SELECT count(*) FROM unread JOIN (SELECT max(id) AS id FROM broadcast) AS newest"
                          " JOIN conversation ON conversation.id = conversationId WHERE broadcastId = newest.id")[0][0]
    return Row(f"broadcast to {firms:,} firms", "< 400 ms", f"{min(times):.0f} to {max(times):.0f} ms, "
               f"{threads:,} inboxes", "", max(times) < 400)
