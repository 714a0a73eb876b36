"""The words of the interface, in both languages, from one file of data."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from takhrij.errors import LexiconError

Code = Literal["ar", "en"]
CODES: tuple[Code, ...] = ("ar", "en")
# CLDR's plural classes: Arabic counts by one, two, a few (3 to 10), many (11 to 99), and the rest.
_FEW = range(3, 11)
_MANY = range(11, 100)


class Words:
    """The interface's words in one language."""

    def __init__(self, code: Code, entries: dict[str, dict[str, dict[str, Any]]]) -> None:
        self.code: Code = code
        self.direction = "rtl" if code == "ar" else "ltr"
        self._entries = entries

    def __call__(self, name: str) -> str:
        """The words that bear `name`, such as `search.title`; a KeyError is a fault of ours."""
        section, _, key = name.partition(".")
        return str(self._entries[section][key][self.code])

    def has(self, name: str) -> bool:
        """Whether there are words for it: values that readings hold may be newer than the interface."""
        section, _, key = name.partition(".")
        return key in self._entries.get(section, {})

    def value(self, section: str, value: str) -> str:
        """What a value of a reading (`direct`, `person`) is called; itself where there is no word for it."""
        name = f"{section}.{value}"
        return self(name) if self.has(name) else value

    def count(self, number: int, noun: str) -> str:
        """`number` of what `noun` names, in the right form: خبران, 5 أخبار, 12 خبرا."""
        forms = self._entries["count"][noun][self.code]
        return str(forms.get(_plural(number, self.code), forms["other"])).replace("#", f"{number:,}")


def _plural(number: int, code: Code) -> str:
    if number == 1:
        return "one"
    if code == "en":
        return "other"
    if number == 2:
        return "two"
    last = number % 100
    return "few" if last in _FEW else "many" if last in _MANY else "other"


@cache
def words(code: Code) -> Words:
    """The words of one language. Raises LexiconError where the file lacks some."""
    path = files("takhrij.web").joinpath("interface.toml")
    entries = tomllib.loads(path.read_text("utf-8"))
    for section, keys in entries.items():
        for key, entry in keys.items():
            if set(entry) != set(CODES):
                raise LexiconError(Path(str(path)), f"{section}.{key} needs both of {CODES}")
    return Words(code, entries)
