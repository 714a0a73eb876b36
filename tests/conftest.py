"""What many tests need: the command run as a user runs it, and a reading made by hand."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import takhrij
from desks import desk, desk_address, desk_app, desk_archive  # noqa: F401
from editions import edition, edition_file, told  # noqa: F401
from takhrij.model.article import Article
from takhrij.model.heading import Heading
from takhrij.model.reading import Reading, Report
from takhrij.model.span import Span
from takhrij.model.statement import Link, Statement, Veil
from takhrij.model.time import Time

# The command of the tree that is tested, whatever is installed.
SOURCE = str(Path(takhrij.__file__).parent.parent)

Run = Callable[..., subprocess.CompletedProcess[bytes]]

TEXT = "\n".join(
    [
        "عنوان <b>الخبر</b>",
        "ونقلت الميناء عن مسؤول قوله أمس إن الوزير أكد أن العقد وُقّع.",
        "انتهى الخبر.",
    ]
)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `takhrij` with these arguments in an empty folder."""

    def command(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "takhrij", *arguments],
            check=False,
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env={"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", "PYTHONPATH": SOURCE, **environment},
            timeout=120,
        )

    return command


def place(words: str) -> Span:
    """Where `words` stand in TEXT."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def statement(content: str, names: Sequence[tuple[str, bool]], cue: str) -> Statement:
    """A statement of TEXT with a chain of these names; the flag tells whether it is named."""
    links = tuple(
        Link(name=name, kind="outlet" if i + 1 < len(names) else "person", named=named, span=None, rule="speakers.test")
        for i, (name, named) in enumerate(names)
    )
    name, named = names[-1]
    return Statement(
        content=place(content),
        cue=place(cue),
        source=None,
        speaker=name,
        kind="person",
        named=named,
        form="indirect",
        chain=tuple(name for name, _ in names),
        links=links,
        veil=None if named else Veil(words=name, number=1),
        rule="statements.test",
    )


@pytest.fixture
def article() -> Article:
    """The report that `reading` is of."""
    return Article(id="a1", text=TEXT, outlet="الساحل", published="2020-02-02", url="javascript:alert(1)")


@pytest.fixture
def reading() -> Reading:
    """A reading with a statement inside another."""
    outer = statement(
        "الوزير أكد أن العقد وُقّع",
        [
            ("الميناء", True),
            ("مسؤول", False),
        ],
        "ونقلت",
    )
    inner = statement(
        "العقد وُقّع",
        [
            ("الميناء", True),
            ("مسؤول", False),
            ("الوزير", True),
        ],
        "أكد",
    )
    return Reading(
        id="a1",
        report=Report(outlet="الساحل", place=None, published="2020-02-02"),
        heading=Heading(body=place("ونقلت"), headline=place("عنوان <b>الخبر</b>")),
        times=(Time(span=place("أمس"), value="2020-02-01", rule="times.test"),),
        statements=(outer, inner),
        names=(),
        actors=(),
    )
