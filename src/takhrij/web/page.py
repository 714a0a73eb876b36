"""What a page is: what may be asked of it, what it shows, and the same as rows for programs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from takhrij.errors import InputError
from takhrij.store.view import View

# What is asked in an address: each word of it is looked up.
MOST_LETTERS = 2_000


class NotHere(InputError):
    """The archive has nothing of that name."""


class Unclear(InputError):
    """A page was asked for something that it cannot give; the message names the question's part."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What stands behind the `?` of an address; each page has a child of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """All that a template may know. `subject` is what the page is about, None for the page in general."""

    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name is that of its address and of its template.

    `show` looks up what the template needs; `answers` gives the same as records, for JSON and CSV, None where a page
    has no rows. A page that `is_listed` is in the menu; one that `takes_posts` may be asked by a form whose words are
    too many for an address. No part of a question has more than `most_letters`.
    """

    name: str
    asked: type[Asked]
    show: Callable[[View, Any], Context]
    answers: Callable[[View, Any], Iterable[msgspec.Struct]] | None = None
    is_listed: bool = True
    takes_posts: bool = False
    most_letters: int = MOST_LETTERS

    def question(self, given: dict[str, str]) -> Asked:
        """What is asked, from the words of an address. Raises Unclear, which names the part that cannot be read."""
        known = {name: value.strip() for name, value in given.items() if name in self.asked.__struct_fields__}
        if long := [name for name, value in known.items() if len(value) > self.most_letters]:
            raise Unclear(f"{', '.join(long)}: more than {self.most_letters:,} letters")
        try:
            return msgspec.convert({name: value for name, value in known.items() if value}, self.asked, strict=False)
        except msgspec.ValidationError as error:
            raise Unclear(str(error)) from error
