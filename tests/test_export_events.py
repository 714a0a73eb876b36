"""Events for political scientists: POLECAT's table and PLOVER's records."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import pytest

from takhrij.export import plover, polecat
from takhrij.export.coded import coded
from takhrij.export.codes import alpha_3, countries, cow, kinds
from takhrij.model.actor import Actor
from takhrij.model.article import Article
from takhrij.model.copy import Copy
from takhrij.model.dates import days_of
from takhrij.model.event import Event, EventType, Status
from takhrij.model.heading import Heading
from takhrij.model.reading import Reading, Report
from takhrij.model.span import Span
from takhrij.model.told import Told
from takhrij.store.edition import Edition

Rows = list[dict[str, str]]


@pytest.fixture
def rows(edition: Edition) -> Rows:
    table = b"".join(polecat.stream(edition)).decode()
    return list(csv.DictReader(io.StringIO(table, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture
def records(edition: Edition) -> list[dict[str, Any]]:
    return [json.loads(line) for line in b"".join(plover.stream(edition)).splitlines()]


def event(kind: EventType, trigger: str, actor: str, recipient: str, **values: Any) -> Told:
    """A report that tells one event: the word for it, then who did it, then to whom."""
    text = f"{trigger} {actor} {recipient}"
    parties = [name for side in (actor, recipient) for name in side.split("+")]
    one = Event(
        type=kind,
        mode=values.get("mode"),
        contexts=(),
        trigger=Span(0, len(trigger)),
        actor=tuple(actor.split("+")),
        recipient=tuple(recipient.split("+")),
        others=(),
        place=values.get("place"),
        date=values.get("date"),
        status=values.get("status", "happened"),
        statement=None,
        mentions=(Span(0, len(trigger)),),
        rule="events.test",
    )
    reading = Reading(
        id="one",
        report=Report(outlet=None, place=None, published=None),
        heading=Heading(body=Span(0, len(text))),
        times=(),
        statements=(),
        events=(one,),
        names=(),
        actors=tuple(Actor(name=name, type="country", country=values.get("country")) for name in parties),
    )
    return Told(article=Article(id="one", text=text, published="2019-05-10T08:00:00"), reading=reading)


def who(told: Told) -> tuple[list[str], list[str]]:
    [one] = coded(told)
    return [figure.actor.name for figure in one.actor], [figure.actor.name for figure in one.recipient]


class One:
    """A source of one report."""

    def __init__(self, told: Told) -> None:
        self._told = told

    def reports(self) -> Iterator[Told]:
        yield self._told

    def copies(self) -> Iterator[Copy]:
        yield from ()


def test_the_first_forty_columns_are_polecats(rows: Rows) -> None:
    columns = list(rows[0])

    assert len(polecat.COLUMNS) == 40
    assert columns == [*polecat.COLUMNS, *polecat.SIDECAR]
    assert columns[7:15] == [
        "Actor Name",
        "Actor Country",
        "Actor COW",
        "Primary Actor Sector",
        "Actor Sectors",
        "Actor Title",
        "Actor Name Raw",
        "Wikipedia Actor ID",
    ]
    assert columns[18:20] == ["Primary Recipient Sector", "Recipient Sectors"]
    assert columns[38:40] == ["Language", "Version"]


def test_every_event_is_a_row_and_a_record_with_the_same_id(
    rows: Rows,
    records: list[dict[str, Any]],
    told: list[Told],
) -> None:
    count = sum(len(one.reading.events) for one in told)

    assert count == len(rows) == len(records) > 2
    assert [row["Event ID"] for row in rows] == [f"{one['id']}_{one['event'][0]}" for one in records]
    assert len({one["id"] for one in records}) == count


def test_every_row_has_all_cells_and_no_cell_is_empty(rows: Rows) -> None:
    assert all(value for row in rows for value in row.values())


MET = (
    "التقى",
    "اجتمع",
    "محادثات",
    "اتصل",
)


@pytest.mark.parametrize("trigger", MET)
@pytest.mark.parametrize("mode", [None, "multilateral", "phone", "third-party"])
def test_a_meeting_without_a_host_has_all_in_actor(trigger: str, mode: str | None) -> None:
    assert who(event("CONSULT", trigger, "مصر", "روسيا", mode=mode)) == (["مصر", "روسيا"], [])


VISITS = [
    (
        "زار",
        False,
    ),
    (
        "وصل",
        False,
    ),
    (
        "استقبل",
        True,
    ),
    (
        "واستضاف",
        True,
    ),
    (
        "استدعت",
        True,
    ),
]


@pytest.mark.parametrize(("trigger", "hosts"), VISITS)
def test_a_visitor_is_the_actor_and_the_host_the_recipient(trigger: str, hosts: bool) -> None:
    first, second = who(event("CONSULT", trigger, "مصر", "روسيا", mode="visit"))

    assert (first, second) == ((["روسيا"], ["مصر"]) if hosts else (["مصر"], ["روسيا"]))


FOUGHT = [
    (
        "واشتبك",
        True,
    ),
    (
        "معارك",
        True,
    ),
    (
        "قصف",
        False,
    ),
]


@pytest.mark.parametrize(("trigger", "both"), FOUGHT)
def test_fighting_between_two_sides_has_both_in_actor(trigger: str, both: bool) -> None:
    first, second = who(event("ASSAULT", trigger, "مصر", "روسيا", mode="aerial" if trigger == "قصف" else None))

    assert (first, second) == ((["مصر", "روسيا"], []) if both else (["مصر"], ["روسيا"]))


def test_several_stand_in_one_cell_each_with_its_codes() -> None:
    header, line = b"".join(polecat.stream(One(event("AID", "قدمت", "مصر+تونس", "لبنان", country="EG")))).splitlines()
    row = dict(zip(header.decode().split("\t"), line.decode().split("\t"), strict=True))

    assert row["Actor Name"] == "مصر; تونس"
    assert (row["Actor Country"], row["Actor COW"], row["Recipient Name"]) == ("EGY; EGY", "651; 651", "لبنان")
    assert (row["Event Date"], row["Publication Date"], row["Takhrij Date"]) == ("2019-05-10", "2019-05-10", "None")
    assert (row["Quad Code"], row["Intensity"]) == ("MATERIAL COOPERATION", "10.0")


PLACES = [
    (
        "القاهرة",
        "EGY",
        True,
    ),
    (
        "شمال سوريا",
        "SYR",
        False,
    ),
    (
        "قرية لا يعرفها أحد",
        "None",
        False,
    ),
]


@pytest.mark.parametrize(("place", "country", "is_city"), PLACES)
def test_a_place_has_its_country_and_a_city_its_coordinates(place: str, country: str, is_city: bool) -> None:
    one = event("AID", "قدمت", "مصر", "لبنان", place=place)
    header, line = b"".join(polecat.stream(One(one))).splitlines()
    row = dict(zip(header.decode().split("\t"), line.decode().split("\t"), strict=True))
    [record] = [json.loads(line) for line in plover.stream(One(one))]

    assert (row["Raw Placename"], row["Country"]) == (place, country)
    assert (row["City"] != "None", row["Latitude"] != "None") == (is_city, is_city)
    assert record["event_loc"]["extracted_place"] == place
    assert record["event_loc"].get("country") == (None if country == "None" else country)
    if is_city:
        assert (round(record["event_loc"]["lat"]), round(record["event_loc"]["lon"])) == (30, 31)


def test_a_period_has_its_first_and_its_last_day() -> None:
    [record] = [json.loads(line) for line in plover.stream(One(event("AID", "قدمت", "مصر", "لبنان", date="2019-03")))]

    assert (record["date"], record["enddate"], record["takhrij"]["date"]) == ("2019-03-01", "2019-03-31", "2019-03")


def test_offsets_lead_back_to_the_words(records: list[dict[str, Any]], told: list[Told]) -> None:
    texts = {one.article.id: one.article.text for one in told}

    for one in records:
        beside = one["takhrij"]
        start, end = beside["trigger"]
        assert texts[beside["report"]][start:end] in one["event_text"][0]
        assert one["text_info"] == {"start": start, "end": end}


def test_what_tells_an_event_and_on_whose_word_stands_beside(rows: Rows, told: list[Told]) -> None:
    readings = {one.article.id: one.reading for one in told}

    for row in rows:
        reading = readings[row["Takhrij Report"]]
        number = int(row["Event ID"].split("-event-")[1].split("_")[0])
        event = reading.events[number]
        chain = () if event.statement is None else reading.statements[event.statement].chain
        assert row["Takhrij Chain"] == (" ← ".join(chain) or "None")
        assert row["Takhrij Status"] == event.status
        assert row["Takhrij Trigger Offsets"] == f"{event.trigger.start}-{event.trigger.end}"


def test_plovers_book_knows_every_type_and_signs_scores_as_the_quad_says() -> None:
    assert set(kinds()) == set(get_args(EventType))
    for name, kind in kinds().items():
        scores = [kind.score, *kind.modes.values()]
        assert all(score <= 0.5 if kind.quad > 2 else score > 0 for score in scores), name


@pytest.mark.parametrize(
    ("code", "three", "number"),
    [("EG", "EGY", "651"), ("PS", "PSE", None), ("XK", "XKX", "347"), ("IGO", "IGO", None), (None, None, None)],
)
def test_countries_have_the_codes_of_both_books(code: str | None, three: str | None, number: str | None) -> None:
    assert (alpha_3(code), cow(code)) == (three, number)


def test_no_two_countries_share_a_code() -> None:
    assert len({one.alpha_3 for one in countries().values()}) == len(countries()) == 250
    numbers = [one.cow for one in countries().values() if one.cow]
    assert len(numbers) == len(set(numbers)) == 195


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2019-05-09", ("2019-05-09", "2019-05-09")),
        ("2019-05", ("2019-05-01", "2019-05-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2019", ("2019-01-01", "2019-12-31")),
        ("2019-W20", ("2019-05-13", "2019-05-19")),
        ("2019-21", ("2019-03-01", "2019-05-31")),
        ("2019-24", ("2019-12-01", "2020-02-29")),
        ("2019-05-01/2019-06", ("2019-05-01", "2019-06-30")),
        ("XXXX-05-09", None),
        ("2019-W60", None),
        (None, None),
    ],
)
def test_a_date_is_days(value: str | None, days: tuple[str, str] | None) -> None:
    assert days_of(value) == days


@pytest.mark.parametrize(
    ("status", "context"),
    [("denied", "negation"), ("planned", "future"), ("called_for", "hypothetical"), ("conditional", "hypothetical")],
)
def test_what_has_not_happened_is_told_among_the_contexts(status: Status, context: str) -> None:
    [one] = coded(event("AID", "قدمت", "مصر", "لبنان", status=status))

    assert one.contexts == (context,)


def test_whoever_takes_part_has_an_id_though_the_reading_has_no_such_actor() -> None:
    told = event("AID", "قدمت", "مصر", "لبنان")
    alias = Actor(name="جمهورية مصر العربية", type="country", aliases=("مصر",))
    reading = msgspec.structs.replace(told.reading, actors=(alias,))
    [one] = coded(msgspec.structs.replace(told, reading=reading))

    assert [figure.actor.name for figure in one.actor] == ["جمهورية مصر العربية"]
    assert [(figure.actor.name, figure.actor.type, figure.shared) for figure in one.recipient] == [
        ("لبنان", "group", False)
    ]


def test_without_a_text_what_the_words_would_tell_stays_open() -> None:
    told = event("CONSULT", "استقبل", "مصر", "روسيا", mode="visit")
    bare = msgspec.structs.replace(told, article=msgspec.structs.replace(told.article, text=""))

    assert who(bare) == (["مصر"], ["روسيا"])
    [record] = [json.loads(line) for line in plover.stream(One(bare))]
    assert "event_text" not in record
    assert record["takhrij"]["trigger"] == [0, 6]
