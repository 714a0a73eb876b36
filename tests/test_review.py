"""Who is who by people's decisions: added, never changed, and stronger than what is computed."""

import json
from collections.abc import Iterator, Sequence

import pytest
from sqlalchemy import Engine, text

from conftest import Run
from databases import archive_at, postgresql_server  # noqa: F401
from takhrij import Article
from takhrij.errors import InputError
from takhrij.linking.clusters import Clusters
from takhrij.linking.identities import Naming, together
from takhrij.model.link import Judgement, Named, Verdict
from takhrij.store.adding import add, reread
from takhrij.store.deciding import Reviewer
from takhrij.store.opening import open_archive
from takhrij.store.view import View
from takhrij.store.writer import Writer

FULL = "كمال الراوي"
SHORT = "الراوي"
OTHER = "نديم الراوي"
PEN_NAME = "أبو سامي"


def naming(report: int, name: str, *, known: str | None = None) -> Naming:
    return Naming(report, name, name, "person", None, (), None, None, known, f"r{report}")


def decision(left: str, right: str, verdict: Verdict, *, report: str | None = None) -> Judgement:
    mine, other = Named(type="person", name=left, report=report), Named(type="person", name=right)
    return Judgement(left=mine, right=other, verdict=verdict, score=None, why="", by="سناء", at="2024-05-01T10:00:00")


def reports_of(namings: Sequence[Naming], *made: Judgement) -> list[set[int]]:
    return sorted(({one.report for one in identity.namings} for identity in together(namings, made)), key=min)


def test_a_part_of_two_fuller_names_stays_alone_until_somebody_decides() -> None:
    namings = [naming(1, FULL), naming(2, OTHER), naming(3, SHORT)]

    assert reports_of(namings) == [{1}, {2}, {3}]
    assert reports_of(namings, decision(SHORT, OTHER, "same")) == [{1}, {2, 3}]


def test_what_was_rejected_leaves_the_other_fuller_name() -> None:
    namings = [naming(1, FULL), naming(2, OTHER), naming(3, SHORT)]

    assert reports_of(namings, decision(SHORT, FULL, "different")) == [{1}, {2, 3}]


def test_a_rejection_is_stronger_than_the_lexicon() -> None:
    namings = [naming(1, FULL, known=FULL), naming(2, PEN_NAME, known=FULL)]

    assert reports_of(namings) == [{1, 2}]
    assert reports_of(namings, decision(FULL, PEN_NAME, "different")) == [{1}, {2}]


def test_the_latest_of_two_decisions_holds() -> None:
    namings = [naming(1, FULL), naming(2, PEN_NAME)]
    same, different = decision(FULL, PEN_NAME, "same"), decision(FULL, PEN_NAME, "different")

    assert reports_of(namings, different, same) == [{1, 2}]
    assert reports_of(namings, same, different) == [{1}, {2}]


def test_the_naming_of_one_report_is_split_off() -> None:
    namings = [naming(1, FULL), naming(2, FULL), naming(3, FULL)]

    assert reports_of(namings, decision(FULL, FULL, "different", report="r2")) == [{1, 3}, {2}]


def test_every_reason_for_putting_names_together_is_given() -> None:
    namings = [naming(1, FULL), naming(2, SHORT), naming(3, PEN_NAME)]

    [one] = together(namings, [decision(PEN_NAME, FULL, "same")])

    assert one.because == (
        f"{PEN_NAME} = {FULL}: judged so by سناء on 2024-05-01",
        f"{SHORT}: {FULL} is the only fuller name that ends so",
    )


def test_what_is_kept_apart_never_meets_over_a_third() -> None:
    clusters: Clusters[str] = Clusters()
    for node in "abc":
        clusters.add(node)

    assert clusters.part("a", "c")
    assert clusters.join("a", "b")
    assert not clusters.join("b", "c")
    assert sorted(map(sorted, clusters.groups())) == [["a", "b"], ["c"]]


def report(name: str, words: str) -> Article:
    return Article(id=name, text=words, outlet="الساحل", published="2024-03-05T10:00:00")


@pytest.fixture
def archive(archive_at: str) -> Iterator[Engine]:  # noqa: F811
    engine = open_archive(archive_at, create=True)
    articles = [
        report("a", "استقبل رئيس الوزراء كمال الراوي السبت وزير الطاقة في مقر الحكومة."),
        report("b", "وقال كمال الراوي إن المحطة ستعمل قريبا."),
        report("c", "وقال الكاتب سامي المرعي إن المحطة لن تعمل."),
    ]
    list(add(engine, articles, 1))
    yield engine
    engine.dispose()


def test_dossiers_go_by_decisions_whichever_of_the_names_is_asked_for(archive: Engine) -> None:
    reviewer = Reviewer(View(archive), Writer(archive), "سناء", "الاسم المستعار")

    reviewer.decide(Named(type="person", name="سامي المرعي"), Named(type="person", name=FULL), "same")

    for name in ("المرعي", FULL):
        [one] = View(archive).who(name)
        assert one.reports == 3
        assert "judged so by سناء" in one.because[0]
        assert "الاسم المستعار" in one.because[0]


def test_a_split_takes_a_report_out_and_reading_anew_loses_no_decision(archive: Engine) -> None:
    reviewer = Reviewer(View(archive), Writer(archive), "سناء")
    reviewer.split(Named(type="person", name=FULL), ["b"])
    with archive.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("UPDATE reports SET rules = 'older'"))

    list(reread(archive, 1))

    assert sorted(one.reports for one in View(archive).who(FULL)) == [1, 1]
    assert [one.verdict for one in View(archive).judgements()] == ["different"]


def test_nobody_decides_on_a_name_that_is_not_there(archive: Engine) -> None:
    reviewer = Reviewer(View(archive), Writer(archive), "سناء")

    with pytest.raises(InputError, match="names no person so"):
        reviewer.decide(Named(type="person", name=FULL), Named(type="person", name="فلان"), "same")
    with pytest.raises(InputError, match="the report c"):
        reviewer.split(Named(type="person", name=FULL), ["c"])

    assert View(archive).judgements() == []


def test_names_that_differ_by_a_letter_are_put_before_a_reviewer_until_he_decides(archive: Engine) -> None:
    more = [report(f"x{n}", f"وقال وزير الطاقة {name} إن الخط اكتمل.") for n, name in enumerate(["نديم الصاوي"] * 2)]
    more += [report(f"y{n}", f"وقال وزير الطاقة {name} إن الخط تأخر.") for n, name in enumerate(["نديم الصافي"] * 2)]
    list(add(archive, more, 1))

    [pair] = View(archive).candidates()
    Reviewer(View(archive), Writer(archive), "سناء").decide(
        Named(type="person", name=pair.left.name), Named(type="person", name=pair.right.name), "different"
    )

    assert {pair.left.name, pair.right.name} == {"نديم الصاوي", "نديم الصافي"}
    assert "one letter's difference" in pair.why
    assert "both are called وزير الطاقة" in pair.why
    assert View(archive).candidates() == []


def test_the_command_decides_lists_and_refuses(run: Run) -> None:
    lines = [
        {"id": "a", "text": f"قال الوزير {FULL} إن الجسر فتح."},
        {"id": "b", "text": f"قال الوزير {OTHER} إن الجسر أغلق."},
    ]
    run("add", "--archive", "a.db", "-", given="\n".join(json.dumps(one) for one in lines).encode())

    accepted = run("review", "--archive", "a.db", "--accept", FULL, OTHER, "--by", "سناء", "--why", "خطأ مطبعي")
    listed = run("review", "--archive", "a.db", "--log", "--format", "text")
    refused = run("review", "--archive", "a.db", "--reject", FULL, "فلان")

    [made] = [json.loads(line) for line in accepted.stdout.splitlines()]
    assert (made["verdict"], made["by"], made["why"]) == ("same", "سناء", "خطأ مطبعي")
    assert made["left"] == {"type": "person", "name": FULL, "report": None}
    assert "خطأ مطبعي" in listed.stdout.decode()
    assert refused.returncode == 2
    assert b"names no person so" in refused.stderr
