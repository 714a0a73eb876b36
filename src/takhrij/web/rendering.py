"""Templates filled in: everything escaped, nothing that turns a line or moves a cursor."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from takhrij.linking.moments import moment_of
from takhrij.show.plain import fit, plain
from takhrij.show.why import why
from takhrij.web.reasons import all_said, said
from takhrij.web.wording import Words

# What lies in these folders is served as it is.
FOLDERS = ("static", "vendor")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page is: its name and what is asked of it. The same in every language."""

    page: str
    asked: tuple[tuple[str, str], ...] = ()

    def written(self, code: str, form: str = "") -> str:
        """The address in a language; `form` is `.json` or `.csv`."""
        prefix = "" if code == "ar" else f"/{code}"
        path = f"{prefix}/{'' if self.page == 'home' and not form else self.page}{form}"
        return f"{path}?{urlencode(self.asked)}" if self.asked else path


def address(page: str, /, **asked: object) -> Address:
    """The address of a page with what is asked; what is None or empty is left out."""
    return Address(page, tuple((name, str(value)) for name, value in asked.items() if value not in (None, "", False)))


@cache
def environment() -> Environment:
    """The templates, read once."""
    made = Environment(
        loader=PackageLoader("takhrij.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Whatever a report holds goes through here before it is escaped.
        finalize=_finished,
    )
    made.globals.update(asset=asset, why=why)
    made.filters.update(plain=plain, fit=fit)
    return made


def _finished(value: object) -> object:
    if value is None:
        return ""
    return value if isinstance(value, Markup) or not isinstance(value, str) else fit(value)


def rendered(template: str, words: Words, **known: object) -> Iterator[str]:
    """The page in pieces."""
    filled = environment().get_template(f"{template}.html")
    return filled.generate(
        words=words,
        link=partial(_link, words.code),
        day=partial(_day, words),
        when=partial(_when, words),
        said=partial(_said, words),
        about=partial(_about, words),
        all_said=partial(_all_said, words),
        **known,
    )


def _about(words: Words, named: str) -> Markup:
    """What a contradiction is about: a PLOVER type with those who took part, or who is counted."""
    what, *parties = named.split(": ")
    kind = what.split(" ")[0]
    known = words.value("plover", kind) if kind.isupper() else words.value("about", what)
    return Markup(" · ").join([known, *(Markup("<bdi>{}</bdi>").format(plain(party)) for party in parties)])


def _said(words: Words, reason: str) -> Markup:
    return said(reason, words)


def _all_said(words: Words, reasons: str) -> list[Markup]:
    return all_said(reasons, words)


def _link(code: str, page: str, /, **asked: object) -> str:
    return address(page, **asked).written(code)


def _day(words: Words, written: str | None) -> str | Markup:
    """An ISO day or month in words; anything else as it stands, from left to right."""
    if not written:
        return words("page.no_date")
    parts = written.partition("T")[0].split("-")
    if len(parts) in (2, 3) and all(part.isdigit() for part in parts) and 1 <= int(parts[1]) <= 12:
        day = f"{int(parts[2])} " if len(parts) == 3 else ""
        return f"{day}{words(f'month.m{int(parts[1])}')} {parts[0]}"
    return Markup('<bdi dir="ltr">{}</bdi>').format(plain(written))


def _when(words: Words, published: str | None) -> str | Markup:
    """The day, and the time where it is told, of UTC: reports of many zones can then be compared."""
    if not published or len(published) <= len("2018-05-06"):
        return _day(words, published)
    at = moment_of(published)
    clock = Markup(' <bdi class="clock" dir="ltr">{} UTC</bdi>').format(at.strftime("%H:%M"))
    return Markup("{}{}").format(_day(words, at.date().isoformat()), clock)


@cache
def asset(name: str) -> str:
    """The address of a file that is served as it is; it changes with what the file holds."""
    for folder in FOLDERS:
        path = files("takhrij.web").joinpath(folder, name)
        if path.is_file():
            return f"/{folder}/{name}?v={hashlib.sha256(path.read_bytes()).hexdigest()[:12]}"
    raise FileNotFoundError(name)
