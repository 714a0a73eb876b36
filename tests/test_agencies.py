"""Agencies in short, whose names are words as well: بحسب واس, وقالت وفا, لـ"وات"."""

import pytest

from takhrij import Article, Reader


def chains_of(text: str) -> list[tuple[str, ...]]:
    return [statement.chain for statement in Reader().read(Article(id="report", text=text)).statements]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("ستبدأ الأعمال غدا، بحسب واس.", ("واس",)),
        ("ستبدأ الأعمال غدا، وفقا لواس.", ("واس",)),
        ("ستبدأ الأعمال غدا، نقلا عن وفا.", ("وفا",)),
        ('ستبدأ الأعمال غدا، بحسب "وام".', ("وام",)),
        ('ستبدأ الأعمال غدا، وفقا لما ورد في "واس".', ("واس",)),
        ("وقالت واس إن الأعمال ستبدأ غدا.", ("واس",)),
        ('وأضافت "وام" أن الأعمال ستبدأ غدا.', ("وام",)),
        ("ونقلت واس عن الوزير قوله إن الأعمال ستبدأ غدا.", ("واس", "الوزير")),
        ("وقالت وكالة واس إن الأعمال ستبدأ غدا.", ("واس",)),
        ('قال الوزير في تصريح لـ"وات" إن الأعمال ستبدأ غدا.', ("وات", "الوزير")),
        ("قال الوزير في تصريح لـ(وات) إن الأعمال ستبدأ غدا.", ("وات", "الوزير")),
        ('قال الوزير في تصريح لوكالة الأنباء الرسمية "وات" إن الأعمال ستبدأ غدا.', ("وات", "الوزير")),
    ],
)
def test_an_agency_in_short_is_itself_where_a_source_stands(text: str, chain: tuple[str, ...]) -> None:
    assert chains_of(text)[-1] == chain


@pytest.mark.parametrize(
    "text",
    [
        "وقال فارس العلي إن الأعمال ستبدأ غدا.",
        "وأكدت وفا الحداد أن الأعمال ستبدأ غدا.",
        "ستبدأ الأعمال غدا بحسب خبر قديم.",
    ],
)
def test_a_name_or_a_word_that_goes_on_is_no_agency(text: str) -> None:
    found = Reader().read(Article(id="report", text=text))

    assert all(actor.type != "outlet" for actor in found.actors)


def test_an_account_before_a_quotation_covers_it_and_the_speaker_goes_on() -> None:
    chains = chains_of('وقال سامي الحداد وفقا لرويترز: "انهار الجسر صباح اليوم"، مضيفا أن الطريق مغلق.')

    assert chains[-1] == ("رويترز", "سامي الحداد")
    assert set(chains) == {("رويترز", "سامي الحداد"), ("رويترز",)}


def test_a_quotation_that_ends_the_sentence_is_no_outlets_name() -> None:
    chains = chains_of('وقال سامي الحداد، وفقا لوكالة رويترز، "انهار الجسر صباح اليوم".')

    assert set(chains) == {("رويترز", "سامي الحداد"), ("رويترز",)}


def test_the_prosecutors_called_an_agency_are_no_outlet() -> None:
    text = "أعلنت وكالة الجمهورية لدى المحكمة الابتدائية عن فتح تحقيق في الحادث."

    (statement,) = Reader().read(Article(id="report", text=text)).statements

    assert (statement.speaker, statement.kind) == ("وكالة الجمهورية لدى المحكمة الابتدائية", "organization")
    assert chains_of("قالت وكالة الجمهورية الإيرانية للأنباء إن اللقاء تأجل.")[-1][-1].endswith("للأنباء")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("أكد الوزير لمحطة تلفزيون الشمال أن القرار قريب.", ("تلفزيون الشمال", "الوزير")),
        ('أكد الوزير لمحطة "النور" أن القرار قريب.', ("النور", "الوزير")),
        ("قال الوزير لسي إن إن إن القرار قريب.", ("سي إن إن", "الوزير")),
        ("أكد الوزير لمحطة إذاعية محلية أن القرار قريب.", ("محطة إذاعية محلية", "الوزير")),
        ("قالت محطة تلفزيونية محلية إن العاصفة اقتربت.", ("محطة تلفزيونية محلية",)),
        ("قالت محطة الكهرباء إن العمل سيعود.", ("محطة الكهرباء",)),
        ("أعلنت الشرطة هوية المشتبه به بالهجوم في محطة القطارات المركزية.", ("الشرطة",)),
    ],
)
def test_a_station_is_an_outlet_only_where_it_broadcasts(text: str, chain: tuple[str, ...]) -> None:
    assert chains_of(text)[-1] == chain
