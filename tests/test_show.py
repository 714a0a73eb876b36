"""The two views, on a reading made by hand."""

import io
import re
from html.parser import HTMLParser

import msgspec

from conftest import TEXT
from takhrij import Reader
from takhrij.model.article import Article
from takhrij.model.event import Event, EventType, Status
from takhrij.model.reading import Reading
from takhrij.model.span import Span
from takhrij.show import labels
from takhrij.show.html import page
from takhrij.show.nesting import nest
from takhrij.show.segments import marks_of, paragraphs
from takhrij.show.tree import Tree
from takhrij.web import marked


def drawn(article: Article, reading: Reading, *, is_terminal: bool = False, encoding: str = "utf-8") -> str:
    stream = io.BytesIO()
    Tree.on(stream, is_terminal=is_terminal, encoding=encoding).draw(article, reading)
    return stream.getvalue().decode(encoding)


class Words(HTMLParser):
    """The words of a page, its tags, and whether every tag is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def parsed(*pairs: tuple[Article, Reading]) -> Words:
    words = Words()
    words.feed("".join(page(pairs)))
    return words


def test_a_statement_inside_another_stands_after_it_and_deeper(reading: Reading) -> None:
    placed = nest(tuple(reversed(reading.statements)))

    assert [(place.index, place.depth) for place in placed] == [(1, 0), (0, 1)]


def test_two_statements_of_the_same_words_stand_side_by_side(reading: Reading) -> None:
    assert [place.depth for place in nest((reading.statements[0],) * 3)] == [0, 0, 0]


def test_the_tree_draws_the_chain_from_the_reader_to_the_origin(article: Article, reading: Reading) -> None:
    lines = re.sub("[\u200e\u2066-\u2069]", "", drawn(article, reading)).splitlines()

    assert "└ الميناء ← ◌ مسؤول  unnamed person" in lines
    assert "   └ الميناء ← ◌ مسؤول ← الوزير  person" in lines


def test_the_role_of_a_named_speaker_is_shown_beside_his_name() -> None:
    article = Article(id="report", text="قال وزير الزراعة سالم الدرسي إن الحصاد بدأ.")
    reading = Reader().read(article)
    lines = re.sub("[\u200e\u2066-\u2069]", "", drawn(article, reading)).splitlines()

    assert "└ سالم الدرسي  person · وزير الزراعة" in lines
    assert "<bdi>وزير الزراعة</bdi>" in "".join(page([(article, reading)]))
    assert [card.role for line in marked.lines(article, reading) for card in line.cards] == ["وزير الزراعة"]


def test_every_arabic_run_of_the_tree_is_isolated(article: Article, reading: Reading) -> None:
    for line in drawn(article, reading).splitlines():
        bare = re.sub("\u2067[^\u2067\u2069]*\u2069", "", line)

        assert not re.search("[\u0621-\u06d3\u2067\u2069]", bare)


def test_colour_is_for_terminals_that_want_it(article: Article, reading: Reading) -> None:
    assert "\x1b[" not in drawn(article, reading)


def test_a_terminal_of_another_encoding_gets_plain_lines(article: Article, reading: Reading) -> None:
    words = drawn(article, reading, encoding="iso-8859-6")

    assert "الميناء <- ? مسؤول" in words
    assert "\u2067" not in words


def test_the_page_is_well_formed_and_asks_nothing_of_any_other(article: Article, reading: Reading) -> None:
    seen = parsed((article, reading), (article, reading))

    assert seen.stack == []
    assert seen.tags[0] == ("html", {"lang": "ar", "dir": "rtl"})
    addresses = [value for _, attrs in seen.tags for key, value in attrs.items() if key in ("src", "href")]
    assert all(address and address.startswith("#") for address in addresses)
    ids = [attrs["id"] for _, attrs in seen.tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_hostile_words_are_words(article: Article, reading: Reading) -> None:
    script = "<script>alert(1)</script>\u202e\x1b[31m'\"&"
    hostile = msgspec.structs.replace(
        reading,
        id=script,
        report=msgspec.structs.replace(reading.report, outlet=script, place=script),
        statements=tuple(msgspec.structs.replace(s, speaker=script, rule=script) for s in reading.statements),
    )

    written = "".join(page([(article, hostile)]))

    assert written.count("<script>") == 1
    assert "<b>الخبر</b>" not in written
    assert not re.search("[\x1b\u202e]", written)


def test_the_page_shows_every_letter_of_the_report_once(article: Article, reading: Reading) -> None:
    shown = "".join(segment.span.of(TEXT) for paragraph in paragraphs(TEXT, reading) for segment in paragraph.segments)

    assert shown == TEXT.replace("\n", "")


def test_every_mark_covers_its_span(reading: Reading) -> None:
    for span, mark in marks_of(reading):
        covered = [s.span.of(TEXT) for p in paragraphs(TEXT, reading) for s in p.segments if mark in s.marks]

        assert "".join(covered) == span.of(TEXT)


def test_a_mark_over_two_paragraphs_is_in_both(reading: Reading) -> None:
    whole = msgspec.structs.replace(reading.statements[0], content=Span(0, len(TEXT)))
    reading = msgspec.structs.replace(reading, statements=(whole,))

    assert [("content", 0) in p.segments[0].marks for p in paragraphs(TEXT, reading)] == [True] * 3


def test_a_report_without_statements_says_so(article: Article, reading: Reading) -> None:
    bare = msgspec.structs.replace(reading, statements=(), times=())

    assert "no statement was found" in drawn(article, bare)
    assert "لم يُعثر" in parsed((article, bare)).words


def event(kind: EventType, day: str | None, status: Status, statement: int | None) -> Event:
    words = Span(0, 3)
    return Event(
        type=kind,
        mode=None,
        contexts=(),
        trigger=words,
        actor=("أ",),
        recipient=(),
        others=(),
        place="تونس",
        date=day,
        status=status,
        statement=statement,
        mentions=(words,),
        rule="events.acted",
    )


def with_events(reading: Reading) -> Reading:
    called = event("REQUEST", None, "planned", None)
    met = event("CONSULT", "2019-05-09", "happened", 0)
    return msgspec.structs.replace(reading, events=(called, met))


def test_the_terminal_shows_events_day_by_day_with_the_chain_each_rests_on(article: Article, reading: Reading) -> None:
    lines = drawn(article, with_events(reading)).splitlines()

    start = lines.index("  events")
    told = "\n".join(lines[start : start + 8])
    assert told.index("2019-05-09") < told.index("CONSULT") < told.index("no date") < told.index("REQUEST")
    assert "(statement 1)" in told
    assert "in the report's own voice" in told


def test_the_page_shows_events_with_a_way_to_the_statement_that_tells_them(article: Article, reading: Reading) -> None:
    words = parsed((article, with_events(reading)))

    days = [attributes for tag, attributes in words.tags if attributes.get("class") == "day"]
    assert len(days) == 2
    assert {"class": "number", "href": "#r0s0"} in [attributes for tag, attributes in words.tags if tag == "a"]
    assert labels.OWN_VOICE in words.words


def test_a_report_without_events_has_no_chronicle(article: Article, reading: Reading) -> None:
    bare = msgspec.structs.replace(reading, events=())

    assert "  events" not in drawn(article, bare)
    assert "events" not in [attributes.get("class") for _, attributes in parsed((article, bare)).tags]
