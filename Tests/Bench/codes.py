"""The codes in an office's addresses for the numbers of rows, computed like AddressCodes does (Speck64/128)."""

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
WORD = 0xFFFFFFFF
ROUNDS = 27


def _mix(high: int, low: int, key: int) -> tuple[int, int]:
    high = (((high >> 8 | high << 24) & WORD) + low & WORD) ^ key
    return high, (low << 3 | low >> 29) & WORD ^ high


class Codes:
    """The codes of one office, by the 16 bytes of its key."""

    def __init__(self, key: bytes):
        words = [int.from_bytes(key[start:start + 4], "little") for start in range(0, 16, 4)]
        self.keys = [words.pop(0)]
        for number in range(ROUNDS - 1):
            word, key_word = _mix(words.pop(0), self.keys[-1], number)
            words.append(word)
            self.keys.append(key_word)

    def __getitem__(self, number: int) -> str:
        high, low = number >> 32 & WORD, number & WORD
        for key in self.keys:
            high, low = _mix(high, low, key)
        block = high << 32 | low
        return "".join(LETTERS[block >> 5 * place & 31] for place in reversed(range(13)))
