"""How add, watch and reread go on, told to programs on standard output."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from conftest import Run
from servers import Server
from takhrij.cli.main import app
from test_fetching import feed, server  # noqa: F401
from test_forms import page

LEAD = "قال الوزير إن الجسر فتح أمس أمام السيارات بعد عام من الإصلاح."


def lines(printed: bytes | str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def reports(count: int) -> bytes:
    return "\n".join(json.dumps({"id": f"r{n}", "text": f"{LEAD} {n}"}) for n in range(count)).encode()


def test_adding_tells_after_each_batch_what_is_safe_and_at_the_end_that_it_is_done(run: Run) -> None:
    given = reports(120) + b"\n{}\n"

    done = run("add", "--archive", "a.db", "--jobs", "1", "--format", "json", "-", given=given)

    told = lines(done.stdout)
    assert [(one["new"], one["done"]) for one in told] == [(100, False), (120, False), (120, True)]
    assert told[-1] == {"archive": "a.db", "new": 120, "changed": 0, "same": 0, "refused": 1, "done": True}
    assert done.returncode == 3
    # Words for people stay on standard error.
    assert "120 new" in done.stderr.decode()


def test_adding_tells_programs_nothing_unless_asked(run: Run) -> None:
    assert run("add", "--archive", "a.db", "-", given=reports(1)).stdout == b""
    assert run("add", "--archive", "a.db", "--format", "text", "-", given=reports(1)).stdout == b""


def test_adding_tells_the_same_as_csv(run: Run) -> None:
    done = run("add", "--archive", "a.db", "--jobs", "1", "--format", "csv", "-", given=reports(120))

    told = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert [(one["new"], one["done"]) for one in told] == [("100", "False"), ("120", "False"), ("120", "True")]


def test_rereading_tells_what_is_done_and_what_is_left(run: Run, tmp_path: Path) -> None:
    run("add", "--archive", "a.db", "--jobs", "1", "-", given=reports(120))
    with sqlite3.connect(tmp_path / "a.db") as database:
        database.execute("UPDATE reports SET rules = 'older'")
    database.close()

    first = run("reread", "--archive", "a.db", "--jobs", "1", "--format", "json")
    again = run("reread", "--archive", "a.db", "--jobs", "1", "--format", "json")

    told = [(one["reread"], one["left"], one["done"]) for one in lines(first.stdout)]
    assert told == [(100, 20, False), (120, 0, False), (120, 0, True)]
    assert lines(again.stdout) == [{"archive": "a.db", "reread": 0, "left": 0, "done": True}]


def test_watching_tells_each_round(server: Server, tmp_path: Path) -> None:  # noqa: F811
    server.put("/1", page())
    url = server.put("/feed", feed(server, "/1"), "application/rss+xml")
    place = str(tmp_path / "a.db")
    command = ["watch", "--once", "--allow-private", "--pause", "0", "--archive", place, "--format", "json", url]

    first = CliRunner().invoke(app, command)
    second = CliRunner().invoke(app, [*command, f"{server.address}/gone"])

    [told] = lines(first.stdout)
    assert told.pop("at").endswith("+00:00")
    assert told == {
        "archive": place,
        "feeds": 1,
        "failed": 0,
        "new": 1,
        "changed": 0,
        "same": 0,
        "refused": 0,
    }
    [told] = lines(second.stdout)
    assert (told["feeds"], told["failed"], told["new"], told["refused"]) == (2, 1, 0, 1)


def test_no_password_is_told(run: Run) -> None:
    done = run("add", "--archive", "postgresql://me:secret@127.0.0.1:1/news", "--format", "json", "-", given=b"x")

    assert done.returncode == 2
    assert b"secret" not in done.stdout + done.stderr
