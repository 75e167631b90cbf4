"""Records everything that the browser receives, and checks the rules for all of it."""

import re
from urllib.parse import urlsplit

REFUSED_IN_POLICY = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*")
# What browsers may keep, because its address changes with its content.
KEPT = ("/assets/", "/accents/", "/logo/", "/photos/")
FAILED_STATUS = "Failed to load resource: the server responded with a status of"


class Recorder:
    """Listens to one browser context; `problems` must be empty at the end of a test."""

    def __init__(self, context, base):
        self.base = base
        self.expected = set()
        self.problems = []
        self.responses = 0
        context.on("request", self.request)
        context.on("response", self.response)
        context.on("console", self.console)
        context.on("weberror", lambda error: self.problems.append(f"script error: {error.error}"))

    def forget(self):
        self.expected.clear()
        self.problems.clear()

    def expect(self, status):
        """Announces that the test expects a response with this status."""
        self.expected.add(status)

    def request(self, request):
        if not request.url.startswith((f"{self.base}/", "blob:")):
            self.problems.append(f"a request to another host: {request.url}")

    def console(self, message):
        if message.type in ("error", "warning") and not message.text.startswith(FAILED_STATUS):
            place = message.page.url if message.page else "?"
            self.problems.append(f"console {message.type} at {place}: {message.text}")

    def response(self, response):
        if response.url.startswith("blob:"):
            return
        self.responses += 1
        if response.status >= 400 and response.status not in self.expected:
            self.problems.append(f"{response.request.method} {response.url} answered {response.status}")
        for fault in faults(urlsplit(response.url).path, response.headers):
            self.problems.append(f"{response.request.method} {response.url} ({response.status}): {fault}")


def faults(path, headers):
    """Yields errors in the headers of any response: page, redirect, file, error."""
    policy = headers.get("content-security-policy", "")
    if "default-src 'none'" not in policy:
        yield f"content-security-policy without default-src 'none': {policy!r}"
    if any(word in re.split(r"[ ;]+", policy) for word in REFUSED_IN_POLICY):
        yield f"content-security-policy is too wide: {policy}"
    if "frame-ancestors 'none'" not in policy:
        yield "content-security-policy without frame-ancestors 'none'"
    if headers.get("x-content-type-options") != "nosniff":
        yield "no x-content-type-options: nosniff"
    if headers.get("referrer-policy") != "no-referrer":
        yield "no referrer-policy: no-referrer"
    if headers.get("cross-origin-resource-policy") != "same-origin":
        yield "no cross-origin-resource-policy: same-origin"
    if "access-control-allow-origin" in headers:
        yield "opens itself to other origins"
    if headers.get("content-type", "").startswith("text/html"):
        if headers.get("cross-origin-opener-policy") != "same-origin":
            yield "a page without cross-origin-opener-policy: same-origin"
        if "base-uri 'none'" not in policy:
            yield "a page without base-uri 'none'"
    if not path.startswith(KEPT) and "no-store" not in headers.get("cache-control", ""):
        yield f"may be cached: {headers.get('cache-control')!r}"


def cookie_faults(cookies):
    for cookie in cookies:
        if not cookie["httpOnly"]:
            yield f"scripts can read the cookie {cookie['name']}"
        if cookie["sameSite"] not in ("Lax", "Strict"):
            yield f"the cookie {cookie['name']} has SameSite={cookie['sameSite']}"
        if cookie["path"] != "/" or cookie["domain"].startswith("."):
            yield f"the cookie {cookie['name']} is wider than its host"
