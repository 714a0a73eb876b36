"""How the desk bears many readers: `python evaluation/desk_load.py ARCHIVE` asks it with 50 at once for a minute.

Each reader asks for a page, reads it to its end, and asks for the next, in an order of its own but the same every time.
The desk runs as a process of its own on loopback. Figures are printed as JSON; any answer but 200 is an error.
"""

import argparse
import json
import random
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException
from statistics import median
from urllib.parse import quote

from takhrij.store.opening import open_archive
from takhrij.store.view import View

WORDS = ("الرئيس", "الحكومة", "مجلس الأمن", "قتلى", "اتفاق", "الانتخابات")


def addresses(archive: str) -> list[str]:
    """What readers ask for: every kind of page, with what the archive holds."""
    view = View(open_archive(archive))
    hits = [hit for words in WORDS for hit in view.search(words, 15)]
    copies = [copy for copy, _ in zip(view.copies(), range(20), strict=False)]
    asked = [
        "/",
        "/en/",
        "/stories",
        "/stories?disputed=1",
        "/chronicle",
        "/outlets",
        "/en/outlets?by=unnamed",
        "/read",
    ]
    asked += [f"/search?q={quote(words)}" for words in WORDS]
    asked += [f"{way}/report?id={quote(hit.report)}" for hit in hits for way in ("", "/en")]
    asked += [f"/trace?claim={quote(hit.report)}%230" for hit in hits[::4] if _says_something(view, hit.report)]
    asked += [f"/compare?a={quote(copy.a)}&b={quote(copy.b)}" for copy in copies]
    asked += [f"/story?id={quote(hit.report)}" for hit in hits[::3]]
    asked += [f"/chronicle?type={kind}&page={n}" for kind in ("CONSULT", "ASSAULT") for n in (1, 2, 3)]
    asked += [f"/actor?name={quote(name)}" for name in ("بوتين", "غوتيريش", "أردوغان")]
    return asked


def _says_something(view: View, key: str) -> bool:
    found = view.report(key)
    return found is not None and bool(found[1].statements)


def reader(number: int, port: int, asked: list[str], until: float, told: list[tuple[str, int, float, int]]) -> None:
    """One reader; what was answered, with its seconds and bytes, is added to `told`."""
    order = random.Random(number)
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    while time.monotonic() < until:
        address = order.choice(asked)
        begun = time.monotonic()
        try:
            line.request("GET", address, headers={"Accept-Encoding": "gzip"})
            answer = line.getresponse()
            size = len(answer.read())
            told.append((address, answer.status, time.monotonic() - begun, size))
        except (OSError, HTTPException) as error:
            told.append((f"{address}: {error!r}", 0, time.monotonic() - begun, 0))
            line.close()


def figures(told: list[tuple[str, int, float, int]], seconds: float) -> dict[str, object]:
    """What is printed."""
    times = sorted(took for _, _, took, _ in told)
    by_page: dict[str, list[float]] = {}
    for address, _, took, _ in told:
        by_page.setdefault(address.removeprefix("/en").partition("?")[0] or "/", []).append(took)
    return {
        "requests": len(told),
        "errors": [told for told in told if told[1] != 200][:10],
        "per second": round(len(told) / seconds, 1),
        "p50 s": round(median(times), 3),
        "p95 s": round(times[int(len(times) * 0.95)], 3),
        "longest s": round(times[-1], 3),
        "p95 s by page": {
            page: round(sorted(some)[int(len(some) * 0.95)], 3) for page, some in sorted(by_page.items())
        },
    }


def main() -> None:
    """Ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    given = parser.parse_args()
    asked = addresses(given.archive)
    command = [sys.executable, "-m", "takhrij", "serve", given.archive, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as desk:
        assert desk.stderr is not None
        port = int(desk.stderr.readline().rpartition(":")[2].partition("/")[0])
        told: list[tuple[str, int, float, int]] = []
        try:
            # What is counted once and then kept for a while is counted before: so it is for all but the first reader.
            reader(0, port, [address for address in asked if "?" not in address], time.monotonic() + 5, [])
            until = time.monotonic() + given.seconds
            readers = [
                threading.Thread(target=reader, args=(n, port, asked, until, told)) for n in range(given.readers)
            ]
            for one in readers:
                one.start()
            for one in readers:
                one.join()
        finally:
            desk.terminate()
    print(json.dumps({"readers": given.readers, **figures(told, given.seconds)}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
