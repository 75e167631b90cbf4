"""Mail servers that misbehave: they refuse, hang up, keep silent or talk nonsense at a phase of a mail."""

import socket
import ssl
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from server import free_port


class Handler:
    """Answers as told at a phase, and politely everywhere else."""

    def __init__(self, phase=None, answer=None):
        self.phase, self.answer = phase, answer
        self.mails = []

    async def _at(self, phase, server, polite):
        if phase != self.phase:
            return polite
        if self.answer is None:
            server.transport.close()
            return "221 gone"
        return self.answer

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return await self._at("MAIL", server, "250 2.1.0 fine")

    async def handle_RCPT(self, server, session, envelope, address, options):
        envelope.rcpt_tos.append(address)
        return await self._at("RCPT", server, "250 2.1.5 fine")

    async def handle_DATA(self, server, session, envelope):
        answer = await self._at(".", server, "250 2.0.0 taken")
        if answer.startswith("250"):
            self.mails.append(envelope)
        return answer


class BadMailServer(Controller):
    """`certificate` is a file with key and chain: the server then offers STARTTLS, and asks for it."""

    def __init__(self, handler=None, certificate=None):
        context = None
        if certificate:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificate)
        self.tls = context
        super().__init__(handler or Handler(), hostname="127.0.0.1", port=free_port())

    def factory(self):
        return SMTP(self.handler, tls_context=self.tls, require_starttls=bool(self.tls), enable_SMTPUTF8=False)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()


class Talker:
    """A service that is no mail server: it says something when somebody connects, and keeps the line open."""

    def __init__(self, words):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.words = words
        self.lines = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            self.lines.append(line)
            line.sendall(self.words)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for line in [self.listener, *self.lines]:
            line.close()
