"""The shipped configurations of nginx and Caddy, with other ports, paths and a test certificate."""

import base64
import hashlib
import os
import re
import socket
import ssl
import subprocess
import time

from server import ROOT, free_port

PROGRAMS = ROOT / ".build/proxies"
NAME = "portal.example"
# The secrets in the addresses that tests open.
KEYS = ("thisisasecret", "secretword")


def certificate(folder):
    """Makes a key and a certificate for the portal's name, signed by no authority."""
    key, chain = folder / "key.pem", folder / "chain.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-keyout", key, "-out", chain, "-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"],
        check=True, capture_output=True,
    )
    return key, chain


def replaced(name, text, pairs):
    """Copies a shipped file with other ports and paths; each replaced text must occur in it."""
    for old, new in pairs:
        assert old in text, f"{old} is not in deploy/{name}"
        text = text.replace(old, new)
    return text


class Proxy:
    """A proxy in front of the program's port. `https` is its port; `log` is the file that it writes."""

    def __init__(self, folder):
        self.folder = folder
        self.https, self.http = free_port(), free_port()
        self.key, self.chain = certificate(folder)
        self.log = folder / "skrytka.log"

    @property
    def host(self):
        return f"{NAME}:{self.https}"

    @property
    def base(self):
        return f"https://{self.host}"

    def start(self, behind):
        with (self.folder / "output").open("wb") as output:
            self.process = subprocess.Popen(
                self.command(behind), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                env=os.environ | {"HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder)},
            )
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError((self.folder / "output").read_text())
            try:
                socket.create_connection(("127.0.0.1", self.https), timeout=1).close()
                return self
            except OSError:
                time.sleep(0.05)
        raise AssertionError("the proxy does not listen:\n" + (self.folder / "output").read_text())

    def logs(self):
        """Returns every file that the proxy has written, by name."""
        return {path.name: path.read_text(errors="replace") for path in self.folder.glob("*.log")} | {
            "output": (self.folder / "output").read_text(errors="replace")}

    def stop(self):
        self.process.terminate()
        self.process.wait(20)

    def connect(self, name=NAME):
        """Opens a TLS connection to the portal's name."""
        trust = ssl.create_default_context(cafile=str(self.chain))
        plain = socket.create_connection(("127.0.0.1", self.https), timeout=20)
        return trust.wrap_socket(plain, server_hostname=name)


class Nginx(Proxy):
    program = PROGRAMS / "usr/sbin/nginx"

    def command(self, behind):
        text = (ROOT / "deploy/nginx.conf").read_text()
        text = re.sub(r"\n\s*listen \[::\].*", "", text)
        (self.folder / "site.conf").write_text(replaced("nginx.conf", text, [
            ("listen 80", f"listen 127.0.0.1:{self.http}"), ("listen 443", f"listen 127.0.0.1:{self.https}"),
            ("127.0.0.1:8080", f"127.0.0.1:{behind}"), ("/var/log/nginx/", f"{self.folder}/"),
            (f"/etc/letsencrypt/live/{NAME}/fullchain.pem", str(self.chain)),
            (f"/etc/letsencrypt/live/{NAME}/privkey.pem", str(self.key)),
        ]))
        temporary = "".join(
            f"{kind}_temp_path {self.folder}/{kind};" for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
        main = (ROOT / "deploy/nginx-main.conf").read_text()
        (self.folder / "nginx.conf").write_text("daemon off;\n" + replaced("nginx-main.conf", main, [
            ("user www-data;", "user root;" if os.geteuid() == 0 else ""), ("/run/nginx.pid", f"{self.folder}/pid"),
            ("/var/log/nginx/", f"{self.folder}/"), ("include /etc/nginx/modules-enabled/*.conf;", ""),
            ("include /etc/nginx/mime.types;", temporary), ("include /etc/nginx/conf.d/*.conf;", ""),
            ("/etc/nginx/sites-enabled/*", f"{self.folder}/site.conf"),
        ]))
        return [self.program, "-p", self.folder, "-c", self.folder / "nginx.conf", "-e", "stderr"]


class Caddy(Proxy):
    program = PROGRAMS / "usr/bin/caddy"

    def command(self, behind):
        text = (ROOT / "deploy/Caddyfile").read_text()
        (self.folder / "Caddyfile").write_text(replaced("Caddyfile", text, [
            ("\n{\n", "\n{\n\tadmin off\n\tauto_https disable_redirects\n"),
            ("\nhttp:// {", f"\nhttp://:{self.http} {{\n\tbind 127.0.0.1\n"),
            ("\nhttps:// {", f"\nhttps://:{self.https} {{\n\tbind 127.0.0.1\n"),
            (f"\n{NAME} {{", f"\n{self.base} {{\n\tbind 127.0.0.1\n\ttls {self.chain} {self.key}\n"),
            ("127.0.0.1:8080", f"127.0.0.1:{behind}"), ("/var/log/caddy/", f"{self.folder}/"),
        ]))
        return [self.program, "run", "--config", self.folder / "Caddyfile", "--adapter", "caddyfile"]


def own_refusal(headers, content, words):
    """Checks a response of the proxy itself: in three languages, with the program's headers, without a version."""
    text = content.decode()
    assert words in text and 'lang="en"' in text and 'lang="he" dir="rtl"' in text and "<script" not in text
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    # Its style is allowed by its digest, and nothing else is.
    style = re.search("<style>(.*)</style>", text)[1].encode()
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    assert headers["Content-Security-Policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'")
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert not re.search(r"\d", headers["Server"] or "")


def assert_no_key_is_logged(proxy):
    logs = proxy.logs()
    assert len(logs) >= 2
    for name, text in logs.items():
        assert not [key for key in KEYS if key in text], f"{name}:\n{text}"
