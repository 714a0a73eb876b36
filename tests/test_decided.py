"""What people decided on names, as exports see it."""

import json
from pathlib import Path

from conftest import Run
from takhrij.export.identity import cast
from takhrij.linking.decided import Bearer, called
from takhrij.model.link import Judgement, Named
from takhrij.store.edition import Edition
from takhrij.store.opening import open_archive


def judgement(left: Named, right: Named, verdict: str) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, score=None, why="", by="me", at="2024-03-01")  # type: ignore[arg-type]


def named(name: str, report: str | None = None) -> Named:
    return Named(type="person", name=name, report=report)


def test_names_that_are_one_actors_have_one_name_and_what_the_lexicon_knows_comes_first() -> None:
    one, other, third = named("كمال الراوي"), named("الراوي"), named("كمال الراوى")
    made = [judgement(one, other, "same"), judgement(other, third, "same")]

    [name] = set(called(made, {}).values())
    [of_the_lexicon] = set(called(made, {Bearer("person", "الراوي"): "المعروف"}).values())

    assert name in ("كمالالراوي", "الراوي")
    assert of_the_lexicon == "المعروف"


def test_the_latest_decision_holds() -> None:
    one, other = named("كمال الراوي"), named("الراوي")
    made = [judgement(one, other, "same"), judgement(one, other, "different")]

    assert len(set(called(made, {}).values())) == 2


def test_exports_put_together_and_apart_what_people_decided(run: Run, tmp_path: Path) -> None:
    text = "قال {} إن الجسر فتح أمس أمام السيارات بعد عام من الإصلاح، وأضاف {} أن العمل تم."
    names = {"a": "كمال الراوي", "b": "كمال الرواي", "c": "كمال الراوي"}
    lines = [{"id": report, "text": text.format(name, name), "outlet": "الساحل"} for report, name in names.items()]
    run("add", "--archive", "a.db", "--jobs", "1", "-", given="\n".join(map(json.dumps, lines)).encode())

    def ids() -> dict[str, str]:
        archive = open_archive(str(tmp_path / "a.db"))
        found = {told.article.id: cast(told)[names[told.article.id]].id for told in Edition(archive).reports()}
        archive.dispose()
        return found

    before = ids()
    run("review", "--archive", "a.db", "--accept", names["a"], names["b"])
    joined = ids()
    run("review", "--archive", "a.db", "--split", names["c"], "--report", "c")
    split = ids()

    assert before["a"] == before["c"] != before["b"]
    assert joined["a"] == joined["b"] == joined["c"]
    assert split["a"] == split["b"] != split["c"]
