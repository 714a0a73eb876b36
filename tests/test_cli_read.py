"""`takhrij read` as a user meets it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from takhrij import wire

WORDS = "قال الوزير إن المعبر فتح أمس."
RECORD = json.dumps({"id": "a", "text": WORDS, "outlet": "الساحل", "published": "2020-02-02"}).encode()


def test_json_is_one_reading_a_line(run: Run) -> None:
    done = run("read", "-", given=RECORD + b"\n" + RECORD.replace(b'"a"', b'"b"'))

    readings = [wire.decode(line) for line in done.stdout.splitlines()]
    assert [reading.id for reading in readings] == ["a", "b"]
    assert readings[0].report.outlet == "الساحل"
    assert done.returncode == 0
    assert done.stderr == b""


def test_json_holds_every_key_of_the_contract(run: Run) -> None:
    [line] = run("read", "-", given=RECORD).stdout.splitlines()

    written = json.loads(line)
    keys = {"format", "id", "report", "times", "statements", "events", "names", "actors"}
    assert keys <= written.keys()
    assert written["format"] == "takhrij/reading/1"
    assert {"content", "cue", "source", "speaker", "kind", "named", "form", "chain"} <= written["statements"][0].keys()


def test_refused_inputs_are_told_and_the_others_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(WORDS, "utf-8")
    (tmp_path / "bad.jsonl").write_bytes(RECORD + b"\n{\n" + RECORD)

    done = run("read", "missing.txt", "bad.jsonl", "good.txt")

    assert len(done.stdout.splitlines()) == 3
    assert b"missing.txt: No such file" in done.stderr
    assert b"bad.jsonl:2: " in done.stderr
    assert done.returncode == 3


def test_nothing_that_opens_is_no_start(run: Run) -> None:
    assert run("read", "missing.txt").returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "pdf"],
        ["--published", "yesterday"],
        ["--output", "no/such/folder/x.html"],
        ["--jobs", "0"],
        ["--bogus"],
    ],
)
def test_wrong_options_are_no_start(run: Run, arguments: list[str]) -> None:
    done = run("read", *arguments, "-", given=RECORD)

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize("words", ["", " \n\n ", "no Arabic here at all", "12345", "؟!«»", "\x00\u202e\u2066\x1b[2J"])
def test_a_text_without_news_has_a_reading_in_which_nothing_was_found(run: Run, tmp_path: Path, words: str) -> None:
    (tmp_path / "a.txt").write_text(words, "utf-8")

    done = run("read", "a.txt")
    tree = run("read", "--format", "tree", "a.txt")

    assert json.loads(done.stdout)["statements"] == []
    assert b"no statement was found" in tree.stdout
    assert b"\x1b" not in tree.stdout


def test_many_processes_write_the_same_as_one(run: Run) -> None:
    given = b"\n".join(RECORD.replace(b'"a"', b'"%d"' % number) for number in range(100))

    one, many = run("read", "-", given=given), run("read", "--jobs", "2", "-", given=given)

    assert many.stdout == one.stdout
    assert len(one.stdout.splitlines()) == 100


def test_the_output_file_is_written_in_the_form_its_name_tells(run: Run, tmp_path: Path) -> None:
    for name, start in (("x.html", "<!doctype html>"), ("x.jsonl", '{"format"')):
        done = run("read", "-o", name, "-", given=RECORD)

        assert done.stdout == b""
        assert (tmp_path / name).read_text("utf-8").startswith(start)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.html", "x.jsonl"]


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes((RECORD + b"\n") * 5000)
    command = f"{sys.executable} -m takhrij read a.jsonl | head -n 1"

    done = subprocess.run(command, shell=True, capture_output=True, cwd=tmp_path, check=True)

    assert len(done.stdout.splitlines()) == 1
    assert b"Traceback" not in done.stderr
    assert b"Broken pipe" not in done.stderr


def test_an_interrupt_ends_quietly_with_its_own_status(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "takhrij", "read", "-"]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as reading:
        assert reading.stdin and reading.stdout and reading.stderr
        # Less than a pipe holds, so that nobody waits for anybody.
        reading.stdin.write((RECORD + b"\n") * 300)
        reading.stdout.read(1)
        reading.send_signal(signal.SIGINT)
        _, told = reading.communicate()

    assert reading.returncode == 130
    assert b"Traceback" not in told


def test_the_module_is_the_command(run: Run) -> None:
    assert run("--version").stdout.startswith(b"takhrij ")
    assert b"read" in run("--help").stdout
    assert run().returncode == 2


@pytest.mark.parametrize(
    "words",
    [
        "كلمة " * 1_200_000,
        "وقال الوزير إن " * 40_000,
        '"' * 1_000_000,
        "«" * 500_000 + "»" * 500_000,
    ],
    ids=["ten megabytes in one line", "one cue again and again", "a million marks", "a million nested marks"],
)
def test_nothing_hangs(run: Run, tmp_path: Path, words: str) -> None:
    (tmp_path / "a.txt").write_text(words, "utf-8")

    # The command is stopped after two minutes: what is not linear would take hours.
    done = run("read", "a.txt")

    assert done.returncode == 0, done.stderr[-2000:]
