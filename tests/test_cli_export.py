"""`takhrij export` as a user runs it: from an archive, from reports, from readings."""

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from conftest import Run
from editions import ARTICLES, edition_at
from takhrij import Article, Reader, wire
from takhrij.cli.export import Name
from takhrij.cli.progress import Progress
from takhrij.cli.tally import Tally
from takhrij.export.formats import FORMATS, by_ending, filled, streamed
from takhrij.export.gathered import Gathered
from takhrij.export.graph import Extent
from takhrij.ingest.articles import Defaults, read_articles
from takhrij.model.copy import Copy
from takhrij.model.told import Told
from takhrij.store.edition import Chosen, Edition
from takhrij.store.opening import open_archive

EXAMPLES = Path(__file__).parent.parent / "examples"
STREAMS = [name for name, form in FORMATS.items() if form.ending]


def record(article: Article) -> str:
    title, text = article.text[: article.title_end], article.text[article.title_end + 1 :]
    values = {"id": article.id, "title": title, "text": text, "url": article.url}
    return json.dumps({**values, "outlet": article.outlet, "published": article.published}, ensure_ascii=False)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(f"{record(article)}\n" for article in ARTICLES), "utf-8")
    return path


@pytest.fixture(scope="module")
def readings() -> list[bytes]:
    """What `takhrij read` writes of ARTICLES, a line each."""
    reader = Reader()
    return [wire.encode(reader.read(article)) + b"\n" for article in ARTICLES]


def test_the_command_knows_every_format() -> None:
    assert [*get_args(Name)] == [*FORMATS]


def test_an_archive_is_written_to_standard_output_or_into_a_folder(run: Run, edition_file: str, tmp_path: Path) -> None:
    for name in ("ftm", "json"):
        done = run("export", "--archive", edition_file, "--format", name)
        assert (done.returncode, done.stderr) == (0, b""), name
        assert done.stdout
    for name in ("spacy", "markdown"):
        done = run("export", "--archive", edition_file, "-f", name, "-o", f"out/{name}")
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b""), name
        assert [*(tmp_path / "out" / name).rglob("*.*")]
    assert not [*tmp_path.rglob("*.part")]


def test_reports_and_readings_give_what_their_archive_gives(
    readings: list[bytes], run: Run, edition_file: str, reports: Path, tmp_path: Path
) -> None:
    (tmp_path / "readings.jsonl").write_bytes(b"".join(readings))

    for name in ("plover", "ftm"):
        lines = run("export", "--archive", edition_file, "-f", name).stdout.splitlines()
        anew = run("export", "-f", name, reports.name)
        given = run("export", "-f", name, "--readings", "readings.jsonl", reports.name)
        assert (anew.returncode, given.returncode) == (0, 0), anew.stderr + given.stderr
        assert sorted(lines) == sorted(anew.stdout.splitlines()) == sorted(given.stdout.splitlines())


def test_readings_alone_are_enough_where_no_words_are_needed(
    readings: list[bytes], run: Run, edition_file: str, reports: Path, tmp_path: Path
) -> None:
    (tmp_path / "readings.jsonl").write_bytes(b"".join(readings))

    given = run("export", "-f", "polecat", "--readings", "readings.jsonl").stdout.decode().splitlines()
    whole = run("export", "-f", "polecat", "--archive", edition_file).stdout.decode().splitlines()
    refused = run("export", "-f", "brat", "--readings", "readings.jsonl", "-o", "out")

    assert [line.split("\t")[0] for line in given] == [line.split("\t")[0] for line in whole]
    assert refused.returncode == 2
    assert b"brat needs the texts" in refused.stderr


def test_readings_may_come_through_a_pipe(readings: list[bytes], run: Run, reports: Path) -> None:
    done = run("export", "-f", "json", "--readings", "-", given=b"".join(readings))

    assert done.returncode == 0
    assert sorted(done.stdout.splitlines()) == sorted(line.rstrip() for line in readings)


def test_readings_of_other_reports_are_refused(readings: list[bytes], run: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "turned.jsonl").write_bytes(b"".join(reversed(readings)))

    done = run("export", "-f", "plover", "--readings", "turned.jsonl", reports.name)

    assert done.returncode == 2
    assert b"turned.jsonl:1" in done.stderr


def test_a_line_that_is_no_reading_is_told_and_the_others_are_written(
    readings: list[bytes], run: Run, reports: Path, tmp_path: Path
) -> None:
    (tmp_path / "torn.jsonl").write_bytes(readings[0] + readings[1][:100] + b"\n" + readings[2])

    done = run("export", "-f", "json", "--readings", "torn.jsonl")

    assert done.returncode == 3
    assert done.stdout == readings[0] + readings[2]
    assert b"torn.jsonl:2: no reading" in done.stderr


def test_the_ending_tells_the_format(run: Run, edition_file: str, tmp_path: Path) -> None:
    assert by_ending("a.b.ftm.json") == "ftm"
    assert by_ending("x.plover.jsonl") == "plover"
    assert by_ending("x.jsonl") == "json"
    assert by_ending("x.txt") is None

    done = run("export", "--archive", edition_file, "-o", "out.graphml")

    assert done.returncode == 0
    assert (tmp_path / "out.graphml").read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "out.txt"], b"name one of ftm, polecat"),
        (["-f", "brat"], b"brat is a folder of files: name it"),
        (["-f", "ftm", "-o", "no/where/out.json"], b"no/where/out.json: No such file or directory"),
        (["-f", "graphml", "--graph", "half"], b"'half' is none of actors, whole"),
        (["-f", "brat", "-o", "full"], b"full: is there already"),
        (["-f", "ftm", "reports.jsonl"], b"either an archive, or reports"),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Run, edition_file: str, tmp_path: Path, arguments: list[str], words: bytes
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine")

    done = run("export", "--archive", edition_file, *arguments)

    assert done.returncode == 2
    assert words in b" ".join(done.stderr.replace(b"\xe2\x94\x82", b"").split())
    assert (tmp_path / "full" / "mine").read_text() == "mine"


def test_a_part_of_the_archive_can_be_asked_for(run: Run, edition_file: str) -> None:
    def ids(**chosen: str) -> list[str]:
        return [one.article.id for one in Edition(open_archive(edition_file), Chosen(**chosen)).reports()]

    assert ids(since="2019-05-12") == ["second", "a/b:c?"]
    assert ids(until="2019-05-10") == ["chain", "meeting"]
    assert ids(outlet="الساحل") == ["chain", "first"]
    assert ids(since="2020") == []
    assert len(ids(until="2019-05")) == len(ARTICLES)
    both = Edition(open_archive(edition_file), Chosen(since="2019-05-11"))
    assert (both.count(), len([*both.copies()])) == (3, 1)
    assert not [*Edition(open_archive(edition_file), Chosen(outlet="الساحل")).copies()]
    done = run("export", "--archive", edition_file, "-f", "json", "--since", "2019-05-11", "--outlet", "الساحل")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["first"]


def test_every_format_carries_the_example_reports(tmp_path: Path) -> None:
    tally = Tally(Progress([], shown=False))
    articles = tuple(tally.accepted(read_articles([str(EXAMPLES)], Defaults(), tally)))
    examples = edition_at(tmp_path / "examples.db", articles)

    for name, form in FORMATS.items():
        for extent in get_args(Extent):
            if form.ending:
                assert any(streamed(name, extent)(examples)), name
                continue
            folder = tmp_path / f"{name} {extent}"
            folder.mkdir()
            filled(name, extent)(examples, folder)
            assert any(path.stat().st_size for path in folder.rglob("*.*")), name


class Many:
    """So many reports, made of one as they are asked for; it knows how many were."""

    def __init__(self, one: Told, count: int) -> None:
        self._one = one
        self._count = count
        self.asked = 0

    def reports(self) -> Iterator[Told]:
        for number in range(self._count):
            self.asked = number + 1
            # Long enough that one that is kept would be seen.
            text = self._one.article.text + " " * 20_000
            article = msgspec.structs.replace(self._one.article, id=f"report {number}", text=text)
            yield msgspec.structs.replace(self._one, article=article)

    def copies(self) -> Iterator[Copy]:
        yield from ()


@pytest.mark.parametrize("name", STREAMS)
def test_a_stream_is_written_while_the_reports_are_read(name: str, told: list[Told]) -> None:
    source = Many(told[1], 50)
    pieces = streamed(name, "whole")(source)

    while not source.asked:
        next(pieces)

    assert source.asked == 1


@pytest.mark.parametrize("name", STREAMS)
def test_memory_does_not_grow_with_the_number_of_reports(name: str, told: list[Told]) -> None:
    def most(count: int) -> int:
        tracemalloc.start()
        for _ in streamed(name, "actors")(Many(told[1], count)):
            pass
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    most(10)
    assert most(100) < most(20) + 400_000


def test_names_of_files_are_given_once() -> None:
    with Gathered() as gathered:
        assert gathered.call("actor-000001", "الميناء") == "الميناء"
        assert gathered.call("actor-000002", "الميناء") == "الميناء 000002"
        assert gathered.called("actor-000002") == "الميناء 000002"
        assert gathered.called("actor-3") is None
