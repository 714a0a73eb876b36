"""What holds of every reading, whatever the text."""

import tomllib
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import takhrij
from takhrij import Article, Reader, Reading, wire
from takhrij.model.span import Span
from takhrij.show.html import page

EXAMPLES = Path(__file__).parent.parent / "examples"
REPORTS = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
SOURCES = Path(takhrij.__file__).parent
SENTENCES = [
    case["text"]
    for path in sorted(SOURCES.rglob("*.cases.toml"))
    for cases in tomllib.loads(path.read_text("utf-8")).values()
    if isinstance(cases, list)
    for case in cases
    if "text" in case
]
READER = Reader()

WORDS = [
    "قال",
    "وقال",
    "وأضاف",
    "أن",
    "إن",
    "بأن",
    "إنه",
    "بحسب",
    "وفقا",
    "لـ",
    "وفق",
    "ما",
    "نقلت",
    "عن",
    "ونقلت",
    "قوله",
    "مؤكدا",
    "مشيرا",
    "إلى",
    "لافتا",
    "وزير",
    "الوزير",
    "المتحدث",
    "باسم",
    "مصدر",
    "مصادر",
    "مسؤول",
    "المسؤول",
    "الذي",
    "طلب",
    "عدم",
    "الكشف",
    "هويته",
    "رويترز",
    "صحيفة",
    "الصحيفة",
    "ذاتها",
    "وكالة",
    "فرانس",
    "برس",
    "محمد",
    "أحمد",
    "السيسي",
    "بيروت",
    "القاهرة",
    "أمس",
    "اليوم",
    "الإثنين",
    "يوم",
    "مايو",
    "أيار",
    "٩",
    "2019",
    "15/9/1445",
    "هـ",
    "عام",
    "شهر",
    "الماضي",
    "المقبل",
    "قبل",
    "ثلاثة",
    "أيام",
    "مطلع",
    "من",
    "في",
    "على",
    "هو",
    "الحكومة",
    "الرئيس",
    "كما",
    "وتابع",
    "وأكد",
    "دعا",
    "نفى",
    "حذر",
    "من",
    "صرح",
    "تصريح",
    "لقناة",
    "العربية",
    "بيان",
    "تلقت",
    "نسخة",
    "منه",
    "قَالَ",
    "قـال",
    "ﻗﺎﻝ",
]
MARKS = [
    "،",
    ".",
    ":",
    "؛",
    "«",
    "»",
    '"',
    "“",
    "”",
    "'",
    "(",
    ")",
    "-",
    "–",
    "...",
    "؟",
    "!",
    "/",
    "\n",
    "\n\n",
    " ",
    "\t",
]
CONTROLS = [
    "\x00",
    "\u200e",
    "\u200f",
    "\u202b",
    "\u202e",
    "\u2067",
    "\u2069",
    "\ufeff",
    "\u0640",
    "\u064b",
    "\r\n",
    "\x1b",
]


def pieces() -> st.SearchStrategy[str]:
    piece = st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.sampled_from(CONTROLS) | st.text(max_size=4)
    glue = st.sampled_from(["", " ", " ", " "])
    return st.lists(st.tuples(piece, glue), max_size=80).map(lambda pairs: "".join(a + b for a, b in pairs))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A report of ours from which something is cut, doubled, moved, or into which something is thrown."""
    text = draw(st.sampled_from(REPORTS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        thrown = draw(st.sampled_from([*MARKS, *CONTROLS, *WORDS, ""]))
        text = draw(
            st.sampled_from(
                [text[:start] + thrown + text[end:], text[:end] + thrown + text[start:], text[start:] + text[:end]]
            )
        )
    return text


def spans(reading: Reading) -> list[Span]:
    found = [time.span for time in reading.times] + [name.span for name in reading.names]
    for statement in reading.statements:
        found += [span for span in (statement.content, statement.cue, statement.source) if span]
        found += [link.span for link in statement.links if link.span]
        if statement.veil and statement.veil.asked:
            found.append(statement.veil.asked)
    for actor in reading.actors:
        found += actor.mentions
    heading = reading.heading
    parts = (heading.section, heading.headline, heading.standfirst, heading.dateline, heading.byline, heading.credit)
    return found + [span for span in parts if span]


def hold(text: str) -> None:
    article = Article(id="a", text=text, outlet="الساحل", published="2020-02-29")

    reading = READER.read(article)

    for span in spans(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip(), "a span points at words"
    for statement in reading.statements:
        assert statement.chain[-1] == statement.speaker
        assert statement.chain == tuple(link.name for link in statement.links)
        assert all(name.strip() for name in statement.chain)
        assert statement.kind == statement.links[-1].kind
        assert statement.named == statement.links[-1].named
        assert statement.rule
    assert wire.decode(wire.encode(reading)) == reading
    assert "".join(page([(article, reading)]))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(pieces())
def test_every_reading_of_a_made_up_text_holds_together(text: str) -> None:
    hold(text)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(mutated())
def test_every_reading_of_a_mutated_report_holds_together(text: str) -> None:
    hold(text)


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_every_reading_of_any_text_at_all_holds_together(text: str) -> None:
    hold(text)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(REPORTS), st.integers(0, 400), st.sampled_from([*MARKS, *WORDS, ""]))
def test_every_reading_of_a_report_that_breaks_off_holds_together(text: str, end: int, last: str) -> None:
    hold(text[:end] + last)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@example("وسيكون اللقاء التاريخي بين الرئيسين", 4)
@example("وسيعود العمل غدا، بحسب الدرسي", 5)
@given(st.sampled_from(SENTENCES), st.integers(1, 30))
def test_every_reading_of_a_sentence_that_breaks_off_holds_together(text: str, words: int) -> None:
    hold(" ".join(text.split(" ")[:words]))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(pieces(), st.sampled_from(["السيسي:", "وزير الخارجية محمد السالمي :", "رويترز: ", "القاهرة:", "سوريا:"]))
@example(
    "صحيفة صحيفة",
    "وزير الخارجية محمد السالمي :",
)
def test_every_reading_of_a_line_that_ends_in_a_colon_holds_together(text: str, last: str) -> None:
    hold(f"{text}\n{last}")
