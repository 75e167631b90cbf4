"""Damage to a backup is always found and named, and nothing is restored from it."""

import hashlib
import json
import shutil
import sqlite3

import pytest

from damage import any_file, flip
from server import one_line, run


@pytest.fixture
def backup(sound, tmp_path):
    return shutil.copytree(sound, tmp_path / "backup")


def test_a_flipped_bit_is_found_in_a_file(backup, tmp_path):
    flip(any_file(backup))
    one_line(run("backup", "--check", backup), any_file(backup).name, "has changed", "is damaged")
    one_line(run("restore", backup, "--data", tmp_path / "back"), "is damaged")
    assert not (tmp_path / "back" / "office.sqlite").exists()


def test_a_flipped_bit_is_found_in_the_database(backup):
    flip(backup / "office.sqlite")
    one_line(run("backup", "--check", backup), "office.sqlite has changed")


def test_a_truncated_database_is_found(backup):
    whole = (backup / "office.sqlite").read_bytes()
    (backup / "office.sqlite").write_bytes(whole[: len(whole) // 2])
    one_line(run("backup", "--check", backup), "office.sqlite has changed or is cut off")


def test_a_damaged_database_is_found_even_under_a_manifest_that_fits(backup):
    database = backup / "office.sqlite"
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM person WHERE id = 1")
    connection.commit()
    connection.close()
    digest = hashlib.sha256(database.read_bytes()).hexdigest()
    sums = (backup / "SHA256SUMS").read_text().splitlines(keepends=True)
    sums[0] = f"{digest}  office.sqlite\n"
    (backup / "SHA256SUMS").write_text("".join(sums))
    manifest = json.loads((backup / "manifest.json").read_text())
    manifest["databaseSHA256"] = digest
    manifest["sumsSHA256"] = hashlib.sha256("".join(sums).encode()).hexdigest()
    (backup / "manifest.json").write_text(json.dumps(manifest))
    one_line(run("backup", "--check", backup), "references", "is damaged")


def test_a_missing_file_and_a_strange_one_are_found(backup):
    lost = any_file(backup)
    lost.rename(backup / "files" / "stranger")
    one_line(run("backup", "--check", backup), f"{lost.name} is missing", "files/stranger does not belong")


@pytest.mark.parametrize("content, words", [
    (None, "has no manifest.json"), ("{", "cannot be understood"), ('{"format": 99}', "newer skrytka"),
    ('{"format": 1, "program": "99.1"}', "made by a newer skrytka, 99.1")])
def test_a_manifest_that_is_none_is_refused(content, words, backup, tmp_path):
    manifest = backup / "manifest.json"
    manifest.unlink() if content is None else manifest.write_text(content)
    one_line(run("backup", "--check", backup), words)
    one_line(run("restore", backup, "--data", tmp_path / "back"), words)
