"""What happens to an archive when things go wrong: `takhrij add` killed, without room, given damage, beside another.

    python evaluation/faults.py [KILLS]

Each line says what was done and what came of it; the last one whether all held. Reports are the first of the pool.
"""

import gzip
import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

SHARED = Path(os.environ.get("TAKHRIJ_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
POOL = SHARED / "data" / "news" / "reports.jsonl.gz"
REPORTS = 1200
_PATIENCE_S = 10
_ADD = (sys.executable, "-m", "takhrij", "add")

failed: list[str] = []


def told(what: str, held: bool, words: str) -> None:
    """Print what came of a fault."""
    print(f"{'held' if held else 'FAILED':6}  {what}: {words}", flush=True)
    if not held:
        failed.append(what)


def add(archive: Path, sources: Sequence[Path | str], *options: str) -> subprocess.CompletedProcess[str]:
    """Run `takhrij add`."""
    command = [*_ADD, "--archive", str(archive), *options, *map(str, sources)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def facts(archive: Path) -> tuple[object, ...]:
    """How many rows of each kind there are, and each copy; nothing where the file is damaged."""
    connection = sqlite3.connect(archive)
    if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        return ()
    tables = ("reports", "readings", "statements", "actors", "events", "grams")
    counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]
    keys = connection.execute("SELECT count(DISTINCT key) FROM reports").fetchone()[0]
    found = connection.execute(
        "SELECT min(l.key, r.key), max(l.key, r.key), containment FROM copies "
        "JOIN reports l ON l.report = a JOIN reports r ON r.report = b ORDER BY 1, 2"
    ).fetchall()
    connection.close()
    return (keys, *counts, tuple(found))


def kills(folder: Path, reports: Path, count: int) -> None:
    """Kill the program at random moments; what was there stays, and one more run brings the rest."""
    add(folder / "whole.db", [reports])
    whole = facts(folder / "whole.db")
    rng = random.Random(5)
    killed, finished, most, left, held = folder / "killed.db", 0, 0, 0, True
    for _ in range(count):
        with subprocess.Popen(
            [*_ADD, "--archive", str(killed), "--jobs", "2", str(reports)],
            cwd=folder,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as program:
            try:
                program.wait(rng.uniform(0.2, 6.0))
                finished += 1
            except subprocess.TimeoutExpired:
                program.send_signal(signal.SIGKILL)
        if killed.exists():
            there = facts(killed)
            held &= bool(there) and there[0] == there[1] == there[2] and int(str(there[0])) >= most
            most = int(str(there[0])) if there else most
        left += _group_lives(program.pid)
        if most == REPORTS and not left:
            killed.unlink()
            most = 0
    add(killed, [reports])
    held &= facts(killed) == whole
    told(f"{count} kills", held, f"{finished} came to an end first; after them all of {whole[0]} reports, none twice")
    told("processes of a killed program", not left, f"{left} times some were left {_PATIENCE_S} s later")


def _group_lives(group: int) -> bool:
    """Whether a process of the group still lives some seconds later; it is ended then."""
    until = time.monotonic() + _PATIENCE_S
    try:
        while time.monotonic() < until:
            os.killpg(group, 0)
            time.sleep(0.2)
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def full_disk(folder: Path, reports: Path) -> None:
    """Fill a small disk."""
    small = folder / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(small)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        told("a full disk", False, "only root may mount a small disk")
        return
    try:
        done = add(small / "a.db", [reports])
        there = facts(small / "a.db")
        held = done.returncode == 2 and "full" in done.stderr and bool(there) and there[1] == there[2]
        told("a full disk", held, f"exit {done.returncode}, {there[0]} reports; {_last(done)}")
    finally:
        subprocess.run(["umount", str(small)], check=True)


def damage(folder: Path, reports: Path) -> None:
    """Give damaged inputs beside a good one."""
    packed = gzip.compress(reports.read_bytes())
    (folder / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (folder / "broken.jsonl.gz").write_bytes(packed[:4000] + bytes(range(256)) * 8 + packed[6048:])
    page = (
        "<html><body><article><h1>عنوان الخبر</h1><p>"
        + "قال الوزير إن الجسر فتح أمس. " * 20
        + "</p></article></body></html>"
    )
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/{n}\r\n"
        "WARC-Date: 2024-03-01T09:00:00Z\r\nWARC-Record-ID: <urn:uuid:{n}>\r\n"
        "Content-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
    )
    records = [head.format(n=n, size=len(body)).encode() + body + b"\r\n\r\n" for n in range(3)]
    (folder / "cut.warc").write_bytes(b"".join(records)[: -len(body) // 2])
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "قال">{names}]><rss version="2.0"><channel><item>'
    (folder / "bomb.xml").write_text(f"{bomb}<title>&e9;</title></item></channel></rss>", "utf-8")
    (folder / "huge.html").write_text(page.replace("</p>", "وأضاف أن العمل تم. " * 1_450_000 + "</p>"), "utf-8")
    (folder / "good.jsonl").write_text('{"id": "good", "text": "قال الوزير إن الجسر فتح."}\n', "utf-8")
    for name in ("cut.jsonl.gz", "broken.jsonl.gz", "cut.warc", "bomb.xml", "huge.html"):
        since = time.monotonic()
        archive = folder / f"{name}.db"
        done = add(archive, [folder / name, folder / "good.jsonl"])
        good = sqlite3.connect(archive).execute("SELECT count(*) FROM reports WHERE key = 'good'").fetchone()[0]
        count = sqlite3.connect(archive).execute("SELECT count(*) FROM reports").fetchone()[0]
        held = good == 1 and "Traceback" not in done.stderr and (name in done.stderr or done.returncode == 0)
        told(
            name, held, f"exit {done.returncode} after {time.monotonic() - since:.0f} s, {count} reports; {_last(done)}"
        )


def hung_server(folder: Path) -> None:
    """Fetch from a server that takes the connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/news.html"
        since = time.monotonic()
        done = add(folder / "hung.db", [address, folder / "good.jsonl"], "--allow-private")
        taken = time.monotonic() - since
    count = sqlite3.connect(folder / "hung.db").execute("SELECT count(*) FROM reports").fetchone()[0]
    told("a hung server", count == 1 and "127.0.0.1" in done.stderr, f"{taken:.0f} s; {_last(done)}")


def two_writers(folder: Path, reports: Path) -> None:
    """Add the same reports by two programs at once."""
    command = [*_ADD, "--archive", str(folder / "two.db"), "--jobs", "1", str(reports)]
    programs = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [program.communicate()[1].strip().splitlines()[-1] for program in programs]
    there, whole = facts(folder / "two.db"), facts(folder / "whole.db")
    held = there == whole and all(program.returncode == 0 for program in programs)
    told("two writers", held, "; ".join(said))


def _last(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in done.stderr.strip().splitlines() if "new," not in line]
    return lines[0][:160] if lines else "nothing told"


def main() -> None:
    """Try them all."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    if not POOL.is_file():
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="takhrij-faults-") as name:
        folder = Path(name)
        reports = folder / "reports.jsonl"
        with gzip.open(POOL, "rt", encoding="utf-8") as lines:
            reports.write_text("".join(islice(lines, REPORTS)), "utf-8")
        kills(folder, reports, count)
        full_disk(folder, reports)
        damage(folder, reports)
        hung_server(folder)
        two_writers(folder, reports)
    print(json.dumps({"failed": failed}, ensure_ascii=False))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
