"""Damage to the files of an office or of a backup."""


def flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def any_file(folder):
    return next(path for path in sorted((folder / "files").rglob("*")) if path.is_file() and path.stat().st_size)
