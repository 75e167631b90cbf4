"""The texts of the interface, so that a test finds a button by its name in the person's language."""

import json
import re
from functools import cache

from server import ROOT

RIGHT_TO_LEFT = {"he"}
CODES = sorted(file.stem for file in (ROOT / "Templates" / "languages").glob("*.json"))
LANGUAGES = {code: "rtl" if code in RIGHT_TO_LEFT else "ltr" for code in CODES}


@cache
def _words(language):
    return json.loads((ROOT / "Templates" / "languages" / f"{language}.json").read_text())


class Words:
    def __init__(self, language):
        self.language = language

    def __getitem__(self, key):
        """`words["messages.send"]`: the text as shown on the page."""
        value = _words(self.language)
        for part in key.split("."):
            value = value[part]
        assert isinstance(value, str), f"{key} is not one string"
        return value

    def under(self, key):
        """Returns the texts below a key, by their own keys."""
        value = _words(self.language)
        for part in key.split("."):
            value = value[part]
        return value

    def counted(self, key, number):
        """Returns the plural form for a number: some languages write one and two as words."""
        value = self.under(key)
        forms = {1: ("one",), 2: ("two", "few", "other")}.get(number, ("few", "many", "other"))
        texts = {value[form].replace("{n}", str(number)) for form in forms if form in value}
        return re.compile("^(?:" + "|".join(map(re.escape, texts)) + ")$")

