"""Certificates for tests: an authority, and servers' certificates that it signs, or does not."""

import subprocess


class Authority:
    def __init__(self, folder):
        self.folder = folder
        self.key, self.chain = folder / "authority-key.pem", folder / "authority.pem"
        self._openssl("req", "-x509", *self._new_key(self.key), "-out", self.chain, "-days", "2", "-subj", "/CN=Test")

    def signed(self, name, days="2"):
        """Makes a certificate for a host; a negative number of days is one that has expired. Returns key and chain in
        one file."""
        stem = f"{name}{days}"
        key, request, chain = (self.folder / f"{stem}-{part}.pem" for part in ("key", "request", "chain"))
        names = self.folder / f"{stem}.ext"
        names.write_text(f"subjectAltName=DNS:{name}\n")
        self._openssl("req", *self._new_key(key), "-out", request, "-subj", f"/CN={name}")
        self._openssl("x509", "-req", "-in", request, "-CA", self.chain, "-CAkey", self.key, "-out", chain, "-days", days,
                      "-extfile", names, "-CAcreateserial")
        both = self.folder / f"{stem}.pem"
        both.write_bytes(key.read_bytes() + chain.read_bytes())
        return both

    @staticmethod
    def _new_key(path):
        return "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", path

    @staticmethod
    def _openssl(*arguments):
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)
