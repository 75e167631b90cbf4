#!/usr/bin/env python3
"""Makes the signed files beside it again, with openssl: `./sign.py`. The keys are not kept.

The texts are written in Canonical XML 1.0, so that the signed bytes are those written."""

import base64
import hashlib
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
DS = 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"'
C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
SHA = {
    "sha256": ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256"),
    "sha1": ("http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1"),
}
CONFIG = """[ca]
default_ca=own
[own]
database=index
serial=serial
new_certs_dir=.
default_md=sha256
policy=any
[any]
commonName=supplied
"""


def openssl(folder, *arguments, data=None):
    return subprocess.run(
        ["openssl", *arguments], cwd=folder, input=data, check=True, capture_output=True).stdout


class Signer:
    """A test key with its self-signed certificate."""

    def __init__(self, folder, bits=2048, digest="sha256", start="20260101000000Z", end="21260101000000Z"):
        self.folder, self.digest = folder, digest
        for name, text in [("index", ""), ("serial", "01"), ("ca.cnf", CONFIG)]:
            (folder / name).write_text(text)
        openssl(folder, "genrsa", "-out", "key", str(bits))
        openssl(folder, "req", "-new", "-key", "key", "-out", "request", "-subj", "/CN=Test certificate of nobody")
        openssl(folder, "ca", "-batch", "-config", "ca.cnf", "-selfsign", "-keyfile", "key", "-in", "request",
                "-out", "certificate", "-startdate", start, "-enddate", end, "-notext")
        der = openssl(folder, "x509", "-in", "certificate", "-outform", "DER")
        self.certificate = base64.b64encode(der).decode()

    def signature(self, uri, transforms, signed, objects=""):
        method, digest_method = SHA[self.digest]
        value = base64.b64encode(hashlib.new(self.digest, signed.encode()).digest()).decode()
        steps = "".join(f'<ds:Transform Algorithm="{step}"></ds:Transform>' for step in transforms)
        info = (
            f'<ds:CanonicalizationMethod Algorithm="{C14N}"></ds:CanonicalizationMethod>'
            f'<ds:SignatureMethod Algorithm="{method}"></ds:SignatureMethod>'
            f'<ds:Reference URI="{uri}"><ds:Transforms>{steps}</ds:Transforms>'
            f'<ds:DigestMethod Algorithm="{digest_method}"></ds:DigestMethod>'
            f"<ds:DigestValue>{value}</ds:DigestValue></ds:Reference></ds:SignedInfo>")
        text = f"<ds:SignedInfo {DS}>{info}".encode()
        made = base64.b64encode(openssl(self.folder, "dgst", f"-{self.digest}", "-sign", "key", data=text)).decode()
        return (
            f'<ds:Signature {DS} Id="S"><ds:SignedInfo>{info}<ds:SignatureValue>{made}</ds:SignatureValue>'
            f"<ds:KeyInfo><ds:X509Data><ds:X509Certificate>{self.certificate}</ds:X509Certificate></ds:X509Data>"
            f"</ds:KeyInfo>{objects}</ds:Signature>")

    def around(self, element, more=""):
        """Returns a file whose signature encloses its document."""
        signed = f'<ds:Object {DS} Id="Dokument">{element}</ds:Object>'
        return self.signature("#Dokument", [C14N], signed, f'<ds:Object Id="Dokument">{element}</ds:Object>{more}')


TIME = '<x:SigningTime xmlns:x="http://uri.etsi.org/01903/v1.3.2#">2026-08-20T10:35:02Z</x:SigningTime>'


def receipt(digest, other, schema, nip, form):
    return (
        '<Potwierdzenie wersjaSchemy="6.0">'
        "<NazwaPodmiotuPrzyjmujacego>Ministerstwo Finansów</NazwaPodmiotuPrzyjmujacego>"
        "<NumerReferencyjny>0f1e2d3c4b5a69788796a5b4c3d2e1f0</NumerReferencyjny>"
        f"<SkrotDokumentu>{digest}</SkrotDokumentu><SkrotZlozonejStruktury>{other}</SkrotZlozonejStruktury>"
        f"<NazwaStrukturyLogicznej>{schema}</NazwaStrukturyLogicznej>"
        "<DataWplyniecia>2026-08-20T12:34:56.789+02:00</DataWplyniecia><StempelCzasu>c3RlbXBlbA==</StempelCzasu>"
        f"<NIP1>{nip}</NIP1><KodUrzedu>1435</KodUrzedu><KodFormularza>{form}</KodFormularza>"
        f"<Przyjeto>true</Przyjeto></Potwierdzenie>")


def write(name, text):
    (HERE / f"{name}.xml").write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')


def main():
    with tempfile.TemporaryDirectory() as folder:
        def signer(name, **how):
            (place := Path(folder) / name).mkdir()
            return Signer(place, **how)

        good = signer("good")
        old = ("vS0OIgTu7dlYtE3K9Mtp7V3cFS0= [E84A8167250133E1B262D9EAC1FC8101]",
               "PCo5NQjfWfYYrb6WSzPz6zH8CX3u4hInm3Z9lP9yxUo=", "PIT-36(27)_v1-1E.xsd", "9999999999", "PIT-36")
        write("upo_6_enveloping", good.around(receipt(*old), f"<ds:Object>{TIME}</ds:Object>"))
        outer = receipt(*old)
        enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
        inside = good.signature("", [enveloped, C14N], outer, f"<ds:Object>{TIME}</ds:Object>")
        write("upo_6_enveloped", outer.replace("</Potwierdzenie>", f"{inside}</Potwierdzenie>"))

        document = base64.b64encode(hashlib.sha256((HERE / "jpk_v7m_3.xml").read_bytes()).digest()).decode()
        current = (document, document, "Schemat_JPK_V7M(3)_v1-0E.xsd", "1111111111", "JPK_VAT")
        for name, how in {
            "strong": {}, "short_key": {"bits": 1024}, "sha1": {"digest": "sha1"},
            "expired": {"start": "20200101000000Z", "end": "20220101000000Z"},
            "early": {"start": "20261001000000Z"},
        }.items():
            write(f"upo_6_{name}", signer(name, **how).around(receipt(*current), f"<ds:Object>{TIME}</ds:Object>"))


if __name__ == "__main__":
    main()
