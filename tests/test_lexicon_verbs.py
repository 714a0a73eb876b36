"""The verbs of saying and the small words of a sentence: their data, and the forms that are made of them."""

import unicodedata
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from takhrij.errors import LexiconError
from takhrij.lexicon import files, function_words, verbs
from takhrij.lexicon.verbs import Form, Verb
from takhrij.rules.statements.tokens import tokens
from takhrij.text.fold import fold
from takhrij.text.page import lay_out

GROUPS = msgspec.structs.fields(function_words._File)


@pytest.mark.parametrize("verb", verbs.verbs(), ids=lambda verb: verb.lemma)
def test_the_example_of_a_verb_shows_one_of_its_forms(verb: Verb) -> None:
    words = lay_out(verb.example).words

    assert any(form.verb is verb for word in words for form in tokens()[word].forms)


def test_no_verb_is_listed_twice() -> None:
    lemmas = [verb.lemma for verb in verbs.verbs()]

    assert len(lemmas) == len(set(lemmas)) >= 160


@pytest.mark.parametrize("verb", verbs.verbs(), ids=lambda verb: verb.lemma)
def test_letters_of_verbs_are_plain_letters(verb: Verb) -> None:
    forms = [verb.lemma, verb.imperfect, verb.participle, verb.masdar, *verb.prepositions]

    for form in filter(None, forms):
        assert unicodedata.normalize("NFKC", form) == form
        assert fold(form).isalpha()


@pytest.mark.parametrize("verb", verbs.verbs(), ids=lambda verb: verb.lemma)
def test_a_verb_says_how_what_was_said_may_follow_it(verb: Verb) -> None:
    assert verb.takes or verb.prepositions
    assert len(set(verb.takes)) == len(verb.takes)
    assert len(set(verb.prepositions)) == len(verb.prepositions)


def test_every_form_is_folded_and_leads_back_to_its_verb() -> None:
    for spelling, found in verbs.forms().items():
        assert fold(spelling) == spelling
        assert found
        assert len(set(found)) == len(found)
        assert all(form.shape in get_args(verbs.Shape) for form in found)


SHAPES = ("perfect", "imperfect", "participle", "masdar")
WEAK = [
    (
        "نفى",
        "نفى نفت نفوا",
        "ينفي تنفي ينفون",
        "نافيا نافية نافين",
        "نفي",
    ),
    (
        "دعا",
        "دعا دعت دعوا",
        "يدعو تدعو يدعون",
        "داعيا داعية داعين",
        "دعوة دعوات",
    ),
    (
        "ادعى",
        "ادعى ادعت ادعوا",
        "يدعي تدعي يدعون",
        "مدعيا مدعية مدعين",
        "ادعاء ادعاءات",
    ),
    (
        "رأى",
        "رأى رأت رأوا",
        "يرى ترى يريان يرون",
        "",
        "",
    ),
    (
        "شكا",
        "شكا شكت شكوا",
        "يشكو تشكو يشكون",
        "شاكيا شاكية",
        "",
    ),
    (
        "قال",
        "قال قالت قالا قالوا",
        "يقول تقول يقولان يقولون",
        "قائلا قائلة قائلين",
        "",
    ),
    (
        "أشار",
        "أشار أشارت أشارا أشاروا",
        "يشير تشير يشيران يشيرون",
        "مشيرا مشيرة مشيرين",
        "",
    ),
    (
        "حذر",
        "حذر حذرت حذرا حذروا",
        "يحذر تحذر يحذران يحذرون",
        "محذرا محذرة محذرين",
        "تحذير تحذيرات",
    ),
]


@pytest.mark.parametrize(
    ("lemma", "shape", "spellings"),
    [(row[0], shape, row[1 + n]) for row in WEAK for n, shape in enumerate(SHAPES) if row[1 + n]],
)
def test_weak_and_sound_verbs_are_known_in_their_forms(lemma: str, shape: str, spellings: str) -> None:
    for spelling in spellings.split():
        found = verbs.forms().get(fold(spelling), ())
        assert (lemma, shape) in [(form.verb.lemma, form.shape) for form in found], spelling


AGREEMENT = [
    (
        "أعلن",
        ("m", 1, 3),
    ),
    (
        "أعلنت",
        ("f", 1, 3),
    ),
    (
        "أعلنا",
        ("m", 2, 3),
    ),
    (
        "أعلنتا",
        ("f", 2, 3),
    ),
    (
        "أعلنوا",
        ("m", 3, 3),
    ),
    (
        "نعلن",
        ("", 3, 1),
    ),
    (
        "معلنات",
        ("f", 3, 3),
    ),
]


@pytest.mark.parametrize(("spelling", "agreement"), AGREEMENT)
def test_a_form_tells_gender_number_and_person(spelling: str, agreement: tuple[str, int, int]) -> None:
    found: tuple[Form, ...] = verbs.forms()[fold(spelling)]

    assert agreement in [(form.gender, form.number, form.person) for form in found if form.verb.lemma == "أعلن"]


@pytest.mark.parametrize("field", GROUPS, ids=lambda field: field.name)
def test_every_group_of_small_words_is_folded_and_holds_plain_letters(field: msgspec.structs.FieldInfo) -> None:
    words = function_words.group(field.name)

    assert words
    for word in words:
        assert fold(word) == word
        assert unicodedata.normalize("NFKC", word) == word
        assert word.isalpha()


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with our data files, which the loader reads in place of the real one."""
    folder = tmp_path / "data"
    folder.mkdir()
    real = Path(files.__file__).parent / "data"
    for name in ("verbs_of_saying.toml", "function_words.toml"):
        (folder / name).write_text((real / name).read_text("utf-8"), "utf-8")
    monkeypatch.setattr(files, "files", lambda package: tmp_path)
    return folder


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('act = "said"', "act = 1", "$.verb[0].act"),
        ('"quote"]', '"shout"]', "$.verb[0].takes[1]"),
        ("example = ", "sample = ", "$.verb[0]"),
        ("[[verb]]", "[[verbs]]", "verbs"),
        ("[[verb]]", "[verb", "line"),
    ],
)
def test_a_malformed_verb_is_told_with_file_and_field(damaged: Path, old: str, new: str, place: str) -> None:
    spoil(damaged / "verbs_of_saying.toml", old, new)

    with pytest.raises(LexiconError) as told:
        files.load("verbs_of_saying.toml", verbs._File)

    assert "verbs_of_saying.toml" in str(told.value)
    assert place in str(told.value)


def test_a_missing_group_of_small_words_is_told_with_file_and_field(damaged: Path) -> None:
    spoil(damaged / "function_words.toml", "negation", "negations")

    with pytest.raises(LexiconError) as told:
        files.load("function_words.toml", function_words._File)

    assert "function_words.toml" in str(told.value)
    assert "negation" in str(told.value)
