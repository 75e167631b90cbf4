"""The head of a new office sets its mail server and sends a test: head.py LINK HOST. Prints the page that answers.
Standard library alone: it runs on a machine of a drill."""

import http.cookiejar
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

BASE = "http://localhost:8080"
link, host = sys.argv[1:]
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def send(path, fields=None):
    headers = {"Origin": BASE, "Sec-Fetch-Site": "same-origin"}
    body = fields and urllib.parse.urlencode(fields | {"csrf": send.token}).encode()
    try:
        page = opener.open(urllib.request.Request(BASE + path, body, headers), timeout=40).read().decode()
    except urllib.error.HTTPError as refused:
        sys.exit(f"{path}: {refused.code}\n{refused.read().decode()}")
    send.token = re.search(r'name="csrf" (?:content|value)="([^"]*)"', page)[1]
    return page


activation = urllib.parse.urlparse(link).path
send(activation)
send(activation, {"password": "a long sentence that nobody has ever used"})
send("/office/settings/mail", {
    "host": host, "port": "587", "security": "starttls", "user": "", "password": "", "senderName": "Biuro",
    "senderAddress": "biuro@biuro.example"})
print(send("/office/settings/mail/tests", {"none": ""}))
