"""What happens to an archive when things go wrong around it: kills, full disks, damaged inputs."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import Run

COUNT = 600
WORDS = "قال وزير النقل إن الجسر والميناء والطريق والمدينة والسفينة والقطار والرصيف سيفتح سيغلق أمس غدا"


def write_reports(path: Path, count: int = COUNT) -> None:
    """Reports that differ, of which every tenth has the words of the one before."""
    rng = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        text = ""
        for n in range(count):
            if n % 10 or not n:
                text = " ".join(rng.choices(WORDS.split(), k=60)) + "."
            record = {"id": f"r{n}", "text": text, "outlet": f"صحيفة {n % 7}", "published": f"2024-01-{n % 28 + 1:02}"}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def facts(path: Path) -> tuple[int, int, int, list[tuple[str, str, float]]]:
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        numbers = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("reports", "readings", "statements")
        ]
        pairs = connection.execute(
            "SELECT min(l.key, r.key), max(l.key, r.key), containment FROM copies "
            "JOIN reports l ON l.report = a JOIN reports r ON r.report = b ORDER BY 1, 2"
        ).fetchall()
    finally:
        connection.close()
    return numbers[0], numbers[1], numbers[2], pairs


def test_killed_at_any_moment_the_archive_opens_and_the_rest_is_taken_up(run: Run, tmp_path: Path) -> None:
    write_reports(tmp_path / "reports.jsonl")
    run("add", "--archive", "whole.db", "reports.jsonl")
    whole = facts(tmp_path / "whole.db")
    rng = random.Random(11)

    for _ in range(6):
        adding = subprocess.Popen(
            [sys.executable, "-m", "takhrij", "add", "--jobs", "1", "--archive", "killed.db", "reports.jsonl"],
            cwd=tmp_path,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(rng.uniform(0.3, 2.0))
        adding.send_signal(signal.SIGKILL)
        adding.wait()
        if (tmp_path / "killed.db").exists():
            assert sqlite3.connect(tmp_path / "killed.db").execute("PRAGMA integrity_check").fetchone() == ("ok",)
    done = run("add", "--archive", "killed.db", "reports.jsonl")

    assert done.returncode == 0
    assert whole[0] == COUNT
    assert facts(tmp_path / "killed.db") == whole


def test_a_damaged_input_is_told_and_what_came_before_is_kept(run: Run, tmp_path: Path) -> None:
    import gzip

    write_reports(tmp_path / "reports.jsonl", 40)
    packed = gzip.compress((tmp_path / "reports.jsonl").read_bytes())
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (tmp_path / "good.jsonl").write_text('{"id": "good", "text": "قال الوزير إن الجسر فتح."}\n{"id": 1', "utf-8")

    done = run("add", "--archive", "a.db", "cut.jsonl.gz", "good.jsonl", "missing.jsonl")

    told = done.stderr.decode()
    assert done.returncode == 3
    assert "cut.jsonl.gz" in told
    assert "good.jsonl:2" in told
    assert "missing.jsonl" in told
    connection = sqlite3.connect(tmp_path / "a.db")
    assert connection.execute("SELECT count(*) FROM reports WHERE key = 'good'").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM reports").fetchone()[0] > 1
    connection.close()


def test_a_full_disk_is_told_and_the_archive_still_opens(run: Run, tmp_path: Path) -> None:
    write_reports(tmp_path / "reports.jsonl")
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        done = run("add", "--archive", "small/a.db", "reports.jsonl")

        assert done.returncode == 2
        assert "small/a.db" in done.stderr.decode()
        assert "full" in done.stderr.decode()
        reports, readings, _, _ = facts(small / "a.db")
        assert reports == readings < COUNT
    finally:
        subprocess.run(["umount", small], check=True)


def test_what_was_added_is_searched_traced_and_listed(run: Run, tmp_path: Path) -> None:
    text = "قال وزير النقل سامي الحداد إن الجسر الغربي سيفتح أمام الشاحنات يوم الأحد بعد إصلاح دام شهرين."
    records = [
        {"id": "a", "title": "الجسر الغربي", "text": text, "outlet": "الساحل", "published": "2024-03-01"},
        {"id": "b", "title": "جسر", "text": text + " وحضر الوالي.", "outlet": "المرفأ", "published": "2024-03-02"},
    ]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    run("add", "--archive", "a.db", "-", given=lines.encode())

    hits = [json.loads(line) for line in run("search", "--archive", "a.db", "بالشاحنات").stdout.splitlines()]
    [copy] = [json.loads(line) for line in run("copies", "--archive", "a.db").stdout.splitlines()]
    [trace] = [json.loads(line) for line in run("trace", "--archive", "a.db", "a#0").stdout.splitlines()]
    drawn = run("trace", "--archive", "a.db", "--format", "text", "a#0").stdout.decode()

    assert {hit["report"] for hit in hits} == {"a", "b"}
    assert copy.keys() == {"a", "b", "containment", "passages", "older", "credited", "reason"}
    assert copy["older"] == "a"
    assert trace.keys() == {"claim", "first", "retellings", "wordings", "common_link", "independent"}
    assert trace["first"] == "a"
    assert [one["copied_from"] for one in trace["retellings"]] == [None, "a"]
    assert trace["independent"]["low"] == 1
    assert "سامي الحداد" in drawn
    assert "copied from a, not credited" in drawn


@pytest.mark.parametrize("words", ["جسر", "a#7"])
def test_what_is_no_claim_is_told(run: Run, words: str) -> None:
    run("add", "--archive", "a.db", "-", given='{"id": "a", "text": "قال الوزير إن الجسر فتح أمس."}'.encode())

    done = run("trace", "--archive", "a.db", words)

    assert done.returncode == 2
    assert done.stderr.startswith(b"takhrij: ")
