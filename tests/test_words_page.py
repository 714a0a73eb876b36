"""A text laid out: folded spellings, words with the way back, sentences and quotations."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takhrij.model.span import Span
from takhrij.text import sentences
from takhrij.text.fold import SILENT, fold
from takhrij.text.page import Page, lay_out

PIECES = [
    "قال",
    "أنّ",
    "المُدير",
    "مـدير",
    "ﻗﺎﻝ",
    "د.",
    "أ.ف.ب",
    "العربية.نت",
    "13.5",
    "15/9/1445",
    "٢٠١٩",
    "ب",
    "و",
    "«",
    "»",
    "“",
    "”",
    "„",
    "‘",
    "’",
    '"',
    "'",
    ".",
    "؟",
    "!",
    "،",
    ":",
    "...",
    "(",
    ")",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u200f",
    "\u202b",
    "_",
    "#",
]


def texts() -> st.SearchStrategy[str]:
    made_up = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
    return made_up | st.text(max_size=60)


def told(page: Page) -> list[str]:
    return [page.says(first, end) for first, end in page.sentences]


@given(texts())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts(), texts())
def test_a_text_is_folded_letter_by_letter(before: str, after: str) -> None:
    assert fold(before + after) == fold(before) + fold(after)


@given(texts())
def test_folded_text_holds_no_silent_sign_and_no_form_for_show(text: str) -> None:
    folded = fold(text)

    assert not SILENT & set(folded)
    assert not any("ARABIC" in unicodedata.name(c, "") and " FORM" in unicodedata.name(c, "") for c in folded)


@pytest.mark.parametrize(
    "spellings",
    [
        "أعلن اعلن إعلن أعْلَنَ أعلـــن",
        "مستشفى مستشفي مستشفی",
        "حكومة حكومه حُكومةٌ",
        "مسؤول مسئول مسءول",
        "قال ﻗﺎﻝ قالَ قـال",
        "2019 ٢٠١٩ ۲۰۱۹",
        "كتب کتب",
    ],
)
def test_spellings_of_one_word_are_folded_into_one(spellings: str) -> None:
    assert len({fold(spelling) for spelling in spellings.split()}) == 1


@given(texts())
def test_every_word_stands_in_the_text_where_its_span_says(text: str) -> None:
    page = lay_out(text)

    for i, word in enumerate(page.words):
        published = page.span(i, i + 1).of(text)
        assert published.isspace() and published[0] == "\n" if word == "\n" else published == word


@given(texts())
def test_between_words_there_are_only_blanks(text: str) -> None:
    page = lay_out(text)

    edges = [0, *(edge for span in zip(page.starts, page.ends, strict=True) for edge in span), len(text)]
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    assert edges == sorted(edges)
    assert all(gap == "" or gap.isspace() for gap in gaps)


@given(texts(), st.data())
def test_the_words_in_the_span_of_some_words_are_these(text: str, data: st.DataObject) -> None:
    page = lay_out(text)
    first = data.draw(st.integers(0, max(0, len(page.words) - 1)))
    end = data.draw(st.integers(first, len(page.words)))
    if first == end:
        assert page.says(first, end) == ""
        return

    assert page.words_in(page.span(first, end)) == (first, end)
    assert page.says(first, end) == page.span(first, end).of(text)


def test_a_span_that_begins_inside_a_word_touches_it() -> None:
    text = "وقال الوزير أمس"
    page = lay_out(text)

    found = page.words_in(Span(text.index("لوزير"), text.index("أمس") + 1))

    assert [page.words[i] for i in range(*found)] == ["الوزير", "أمس"]


@given(texts(), st.data())
def test_many_spans_have_the_words_that_each_has_alone(text: str, data: st.DataObject) -> None:
    page = lay_out(text)
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = [Span(min(pair), max(pair)) for pair in data.draw(st.lists(edges))]

    assert page.words_in_each(spans) == [page.words_in(span) for span in spans]
    assert page.words_in_each(sorted(spans)) == [page.words_in(span) for span in sorted(spans)]


@given(texts())
def test_sentences_are_in_order_and_hold_every_word_but_line_breaks(text: str) -> None:
    page = lay_out(text)

    held = [i for first, end in page.sentences for i in range(first, end)]
    assert held == [i for i, word in enumerate(page.words) if word != "\n"]
    assert all(page.sentence_of[i] == n for n, (first, end) in enumerate(page.sentences) for i in range(first, end))
    assert len(page.sentence_of) == len(page.words)
    assert all(0 < end - first <= sentences.LONGEST + 10 for first, end in page.sentences)


@given(texts())
def test_quotations_have_words_and_lie_beside_or_inside_one_another(text: str) -> None:
    page = lay_out(text)

    for quote in page.quotes:
        assert 0 < quote.first < quote.end <= len(page.words)
        assert quote.depth < 3
    for one, other in zip(page.quotes, page.quotes[1:], strict=False):
        assert one.end <= other.first or other.end <= one.end
        assert other.depth == 0 or other.depth > 0 and any(q.first < other.first <= q.end for q in page.quotes)


WORDS = [
    (
        "بلغت 13.5% في ٢٠١٩",
        "بلغت|13.5|%|في|٢٠١٩",
    ),
    (
        "يوم 15/9/1445 هـ",
        "يوم|15/9/1445|هـ",
    ),
    (
        "قَالَ: «نعم»،",
        "قَالَ|:|«|نعم|»|،",
    ),
    (
        "21,312 تقريرا...",
        "21,312|تقريرا|...",
    ),
    (
        "سطر\r\n \nسطر",
        "سطر|\n|سطر",
    ),
    (
        "لـ«الشرق الأوسط»",
        "لـ|«|الشرق|الأوسط|»",
    ),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_a_text_is_cut_into_words(text: str, words: str) -> None:
    assert lay_out(text).words == words.split("|")


SENTENCES = [
    (
        "وصل د. سامر الحلبي. ثم غادر.",
        "وصل د. سامر الحلبي.|ثم غادر.",
    ),
    (
        "ذكرت أ.ف.ب أن اللقاء تأجل. ولم يحدد موعد.",
        "ذكرت أ.ف.ب أن اللقاء تأجل.|ولم يحدد موعد.",
    ),
    (
        "نشره موقع الميناء.نت أمس. وحذفه اليوم.",
        "نشره موقع الميناء.نت أمس.|وحذفه اليوم.",
    ),
    (
        "على موقع almina.org مساء. ثم اختفى.",
        "على موقع almina.org مساء.|ثم اختفى.",
    ),
    (
        "ارتفع السعر 13.5 في المئة. وتراجع الطلب.",
        "ارتفع السعر 13.5 في المئة.|وتراجع الطلب.",
    ),
    (
        "متى نعود؟! لا أحد يعلم",
        "متى نعود؟!|لا أحد يعلم",
    ),
    (
        "قال «لن نعود.» ثم صمت",
        "قال «لن نعود.»|ثم صمت",
    ),
    (
        "قال «لن نعود». ثم صمت",
        "قال «لن نعود».|ثم صمت",
    ),
    (
        "أكد مجددا. أن الباب مفتوح. وغادر",
        "أكد مجددا. أن الباب مفتوح.|وغادر",
    ),
    (
        "العنوان بلا نقطة\nالمتن بعده",
        "العنوان بلا نقطة|المتن بعده",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_text_is_cut_into_sentences(text: str, expected: str) -> None:
    assert told(lay_out(text)) == expected.split("|")


def test_a_text_without_full_stops_is_cut_after_four_hundred_words() -> None:
    page = lay_out("كلمة " * 1000)

    assert [end - first for first, end in page.sentences] == [400, 400, 200]


QUOTED = [
    (
        "قال «سنعود غدا» ثم غادر",
        "سنعود غدا",
    ),
    (
        "قال “سنعود غدا” ثم غادر",
        "سنعود غدا",
    ),
    (
        "قال ”سنعود غدا“ ثم غادر",
        "سنعود غدا",
    ),
    (
        'قال "سنعود غدا" ثم غادر',
        "سنعود غدا",
    ),
    (
        "قال „سنعود غدا“ ثم غادر",
        "سنعود غدا",
    ),
    (
        "قال 'سنعود غدا' ثم غادر",
        "سنعود غدا",
    ),
    (
        'قال «سنعود غدا" ثم غادر',
        "سنعود غدا",
    ),
    (
        'قال " سنعود غدا " ثم غادر',
        "سنعود غدا",
    ),
    (
        'قال:"سنعود غدا".',
        "سنعود غدا",
    ),
    (
        'صحيفة "الميناء" و"المرفأ"',
        "الميناء|المرفأ",
    ),
    (
        'قال لـ"الميناء" إنه باق',
        "الميناء",
    ),
    (
        'وصفه بـ"الخطأ الكبير"',
        "الخطأ الكبير",
    ),
    (
        'قال «إن عبارة "لا عودة" قيلت» ثم غادر',
        'إن عبارة "لا عودة" قيلت|لا عودة',
    ),
    (
        'قال "إن مشروع "الضفة" بدأ" أمس',
        'إن مشروع "الضفة" بدأ|الضفة',
    ),
    (
        "قال «الأول.\nوالثاني» ثم غادر",
        "الأول.\nوالثاني",
    ),
    (
        "لا شيء بين قوسين (هنا)",
        "",
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quotations_of_every_kind_are_paired(text: str, expected: str) -> None:
    page = lay_out(text)

    assert "|".join(page.says(quote.first, quote.end) for quote in page.quotes) == expected
    assert all(quote.closed for quote in page.quotes)


FORGOTTEN = [
    (
        'قال "سنعود غدا.\nوغادر القاعة',
        "سنعود غدا.",
    ),
    (
        "قال «سنعود غدا",
        "سنعود غدا",
    ),
    (
        'قال "سنعود. وأضاف "لا شك" ثم',
        "سنعود.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORGOTTEN)
def test_a_forgotten_mark_ends_its_quotation_where_the_paragraph_ends_or_the_next_begins(
    text: str, expected: str
) -> None:
    page = lay_out(text)

    first = page.quotes[0]
    assert (page.says(first.first, first.end), first.closed) == (expected, False)


@pytest.mark.parametrize(
    "text",
    [
        "وصلت طائرة d'Artagnan أمس",
        "قال الوزير » إن",
        "«»",
        '""',
    ],
)
def test_an_apostrophe_a_lone_closing_mark_and_an_empty_pair_are_no_quotations(text: str) -> None:
    assert [quote for quote in lay_out(text).quotes if quote.closed] == []


@pytest.mark.parametrize("mark", ['"', "«", "»", "“", "'", '" ', " «", 'ب"', ".", "\n", "؟"])
def test_a_page_of_marks_alone_is_laid_out_whole(mark: str) -> None:
    page = lay_out(mark * 2_000)

    assert "".join(page.words).replace("\n", "") == "".join((mark * 2_000).split())
    assert all(0 < quote.first <= quote.end <= len(page.words) for quote in page.quotes)
