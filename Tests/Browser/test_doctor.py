"""The doctor finds a healthy office well, and says what is wrong with the folder, the certificate and the proxy."""

import subprocess

import pytest

from server import Server, copy_of, free_port, run


@pytest.mark.parametrize("is_served", [False, True])
def test_the_doctor_finds_a_healthy_office_well(is_served, demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    if is_served:
        with Server(data):
            done = run("doctor", "--data", data, "--deep")
    else:
        done = run("doctor", "--data", data, "--deep")
    assert done.returncode == 0, done.stdout + done.stderr
    for subject in ["SQLite", "Durability", "Database", "References", "Schema", "Journal", "Files", "Orphans", "Clock",
                    "Backup", "Disk", "Rights", "User", "Open files", "PDF", "Address", "Proxy", "Certificate"]:
        assert any(line[13:].startswith(f"{subject}:") for line in done.stdout.splitlines()), (subject, done.stdout)


def test_the_doctor_says_what_is_wrong_with_the_folder_and_the_certificate(demo_folder, tmp_path):
    data = copy_of(demo_folder, tmp_path / "data")
    data.chmod(0o755)
    (data / "skrytka.conf").write_text("SKRYTKA_BASE_URL=https://portal.example\n")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3",
         "-subj", "/CN=other.example", "-addext", "subjectAltName=DNS:other.example", "-keyout", key,
         "-out", certificate], check=True, capture_output=True)
    sick = run("doctor", "--data", data, "--certificate", certificate)
    assert sick.returncode == 1
    for words in ["open to others", "it is not for portal.example", "no proxy is trusted"]:
        assert words in sick.stdout, sick.stdout
    assert sick.stderr.strip().splitlines()[-1].endswith("what to do stands under each")


@pytest.fixture
def own_certificates(tmp_path):
    """Makes two of one name, the older one and its renewal: (key, certificate) each."""
    made = []
    for name in ("older", "renewed"):
        key, certificate = tmp_path / f"{name}.key", tmp_path / f"{name}.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "90",
             "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
            check=True, capture_output=True)
        made.append((key, certificate))
    return made


def test_the_doctor_notices_a_proxy_that_still_shows_the_certificate_before(demo_folder, own_certificates, tmp_path):
    data, port = copy_of(demo_folder, tmp_path / "data"), free_port()
    (data / "skrytka.conf").write_text(
        f"SKRYTKA_BASE_URL=https://localhost:{port}\nSKRYTKA_TRUSTED_PROXY=127.0.0.1\n")
    (data / "skrytka.conf").chmod(0o600)
    (key, older), (_, renewed) = own_certificates
    proxy = subprocess.Popen(
        ["openssl", "s_server", "-accept", f"127.0.0.1:{port}", "-key", key, "-cert", older, "-www"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert any("ACCEPT" in line for line in proxy.stdout)
        sick = run("doctor", "--data", data, "--certificate", renewed)
        assert sick.returncode == 1 and "still shows another one" in sick.stdout and "reload" in sick.stdout
        assert run("doctor", "--data", data, "--certificate", older).returncode == 0
    finally:
        proxy.kill()
        proxy.communicate()
    # No server answers there, so only the file is checked, as before.
    assert run("doctor", "--data", data, "--certificate", renewed).returncode == 0
