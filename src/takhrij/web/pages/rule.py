"""A rule: what it looks for, why, and the cases it is held to."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from takhrij.show.why import explanations
from takhrij.store.view import View
from takhrij.web.page import Asked, Context, NotHere, Page


class Question(Asked, frozen=True, kw_only=True):
    """A rule by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Example:
    """A case: its text cut into what stands before, what is found, and what follows."""

    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Context):
    """The rule and its examples."""

    name: str
    why: str
    examples: tuple[Example, ...]


def show(view: View, asked: Question) -> Rule:
    """A rule of the package; the archive has no part in it."""
    if asked.name not in explanations() and asked.name not in _cases():
        raise NotHere(f"rule {asked.name!r}")
    return Rule(
        subject=asked.name,
        name=asked.name,
        why=explanations().get(asked.name, ""),
        examples=tuple(_cases().get(asked.name, ())),
    )


@cache
def _cases() -> dict[str, list[Example]]:
    """The examples of all rules, by the rule's name."""
    found: dict[str, list[Example]] = {}
    for path in _files(files("takhrij.rules")):
        for case in tomllib.loads(path.read_text("utf-8")).get("case", []):
            if isinstance(text := case.get("text"), str) and "rule" in case:
                found.setdefault(case["rule"], []).append(_example(text, case))
    return found


def _files(folder: Traversable) -> Iterator[Traversable]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_dir():
            yield from _files(path)
        elif path.name.endswith(".cases.toml"):
            yield path


def _example(text: str, case: dict[str, object]) -> Example:
    words = next((value for key in ("finds", "content", "trigger") if isinstance(value := case.get(key), str)), "")
    before, found, after = text.partition(words) if words else (text, "", "")
    return Example(before, found, after)


PAGE = Page("rule", Question, show, None, is_listed=False)
