"""A Postfix of the test's own on loopback: TLS, a password, and a mailbox for everybody."""

import mailbox
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from email import policy
from email.parser import BytesParser
from pathlib import Path

from server import free_port

USER, PASSWORD = "biuro@lis.example", "tajne hasło: do poczty/7"
SENDER = "biuro@lis.example"

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
mail_owner = postfix
setgid_group = postdrop
myhostname = localhost
mydestination =
alias_maps =
alias_database =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
default_transport = discard
virtual_mailbox_domains = biuro.example, lis.example
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = static:inbox
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_sender_login_maps = inline:{{ {{ {sender} = {user} }} }}
smtpd_sender_restrictions = reject_sender_login_mismatch
smtpd_sasl_auth_enable = yes
smtpd_sasl_path = smtpd
smtpd_sasl_local_domain =
cyrus_sasl_config_path = {folder}/sasl
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_chain_files = {certificate}
message_size_limit = 200000
"""

MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
127.0.0.1:{tls_port} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""

SASL = """
pwcheck_method: auxprop
auxprop_plugin: sasldb
mech_list: PLAIN LOGIN
sasldb_path: {folder}/sasldb2
"""


class Postfix:
    """Needs root, as Postfix does."""

    def __init__(self, certificate):
        if os.geteuid() != 0 or not shutil.which("postfix"):
            raise RuntimeError("Postfix needs root, and its package: bin/setup --tests")
        self.folder = Path(tempfile.mkdtemp(prefix="postfix-"))
        self.folder.chmod(0o755)
        self.port, self.tls_port = free_port(), free_port()
        owner = pwd.getpwnam("postfix")
        for name in ("queue", "data", "sasl", "mail"):
            (self.folder / name).mkdir()
        for name in ("data", "mail"):
            os.chown(self.folder / name, owner.pw_uid, owner.pw_gid)
        kept = shutil.copy(certificate, self.folder / "certificate.pem")
        values = {"folder": self.folder, "certificate": kept, "port": self.port, "tls_port": self.tls_port,
                  "uid": owner.pw_uid, "gid": owner.pw_gid, "user": USER, "sender": SENDER}
        for name, text in [("main.cf", MAIN), ("master.cf", MASTER), ("sasl/smtpd.conf", SASL)]:
            (self.folder / name).write_text(text.format(**values))
        name, realm = USER.split("@")
        self._must("saslpasswd2", "-p", "-c", "-f", self.folder / "sasldb2", "-u", realm, name, given=PASSWORD)
        os.chown(self.folder / "sasldb2", owner.pw_uid, owner.pw_gid)

    def __enter__(self):
        self._must("postfix", "-c", self.folder, "start")
        return self

    def __exit__(self, *_):
        self._must("postfix", "-c", self.folder, "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def log(self):
        log = self.folder / "log"
        return log.read_text() if log.exists() else ""

    def mails(self, count):
        """Returns the delivered mails, and waits for as many of them."""
        inbox = self.folder / "mail/inbox"
        deadline = time.monotonic() + 20
        while True:
            mails = []
            # Made by Postfix, which could not write to a file of ours.
            if inbox.exists():
                box = mailbox.mbox(inbox, factory=BytesParser(policy=policy.default).parse, create=False)
                mails = list(box)
                box.close()
            if len(mails) >= count:
                return mails
            assert time.monotonic() < deadline, self.log
            time.sleep(0.05)

    @staticmethod
    def _must(*command, given=None):
        done = subprocess.run([*map(str, command)], input=given, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
