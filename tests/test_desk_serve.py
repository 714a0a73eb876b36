"""takhrij serve as a user runs it."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from conftest import SOURCE, Run
from desks import ARTICLES
from takhrij.store.adding import add
from takhrij.store.opening import open_archive

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", "PYTHONPATH": SOURCE, "HOME": os.environ.get("HOME", "/")}


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("serve") / "archive.db")
    engine = open_archive(path, create=True)
    list(add(engine, ARTICLES, 1))
    engine.dispose()
    return path


@contextmanager
def served(*arguments: str, **environment: str) -> Iterator[tuple[int, list[str]]]:
    """The desk's port, and what was told on the way there."""
    command = [sys.executable, "-m", "takhrij", "serve", *arguments, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**ENVIRONMENT, **environment}) as desk:
        assert desk.stderr is not None
        try:
            told = [desk.stderr.readline()]
            while "the desk is at" not in told[-1]:
                told.append(desk.stderr.readline())
            yield int(re.findall(r":(\d+)/", told[-1])[0]), told
        finally:
            desk.terminate()


def asked(port: int, address: str, **headers: str) -> tuple[int, str]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as line:
        line.request("GET", address, headers=headers)
        answer = line.getresponse()
        return answer.status, answer.read().decode()


def test_it_listens_on_this_machine_and_tells_where(where: str) -> None:
    with served(where) as (port, told):
        status, page = asked(port, "/")

        assert status == 200
        assert "تخريج" in page
        assert told == [f"takhrij: the desk is at http://127.0.0.1:{port}/ (Ctrl+C ends it)\n"]
        assert asked(port, "/", Host="evil.example")[0] == 421
        assert "takhrij serve --write" in asked(port, "/review")[1]


def test_another_name_is_answered_when_it_is_allowed(where: str) -> None:
    with served("--archive", where, "--allow-host", "Desk.Example") as (port, _):
        assert asked(port, "/", Host=f"desk.example:{port}")[0] == 200


def test_the_token_is_told_when_it_is_made_and_not_when_it_is_given(where: str) -> None:
    with served(where, "--write") as (_, told):
        assert re.search("the token for writing is [^ ]{30}", told[0])
    with served(where, "--write", TAKHRIJ_TOKEN="given-by-the-environment") as (_, told):
        assert "given-by" not in "".join(told)


def test_an_archive_that_is_not_there_is_told(run: Run) -> None:
    done = run("serve", "nothing.db")

    assert done.returncode == 2
    assert b"no archive is here" in done.stderr


def test_a_port_that_is_taken_is_told(run: Run, where: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        done = run("serve", where, "--port", port)

    assert done.returncode == 2
    assert port.encode() in done.stderr


def test_the_archive_s_folder_holds_nothing_but_the_archive(where: str) -> None:
    assert {path.name.partition(".db")[0] for path in Path(where).parent.iterdir()} == {"archive"}
