"""Score the times grammar on Microsoft Recognizers-Text's Arabic date cases.

    python evaluation/recognizers.py ../shared/data/dates/recognizers_dev.jsonl [--misses]

Of a case's results those count that name a date, a day or a period of days (types date and daterange; no clock times,
durations or sets), and that the cases themselves resolve. One is right if a time that touches its words has the same
first and last day as its past or its future reading, or the same value where the case adds "beginning" or "end" to it
(a time here is then the whole: GUIDELINES of the bench). The cases count the last day of "from 4 to 22" as the day on
which the period ends; a period written A/B is therefore right if the end is the first or the last day of B or the day
after.
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from takhrij.model.time import Time
from takhrij.reading.times import find_times
from takhrij.rules.times.reckoning import months_later
from takhrij.text.page import lay_out

_TYPES = ("date", "daterange", "datetimeV2.date", "datetimeV2.daterange")
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def days(value: str) -> tuple[date, date] | None:
    """The first day of a day, week, month, quarter, season or year, and the day after its last."""
    if "X" in value:
        return None
    if "W" in value:
        first = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return first, first + timedelta(days=7)
    if len(value) == 10:
        first = date.fromisoformat(value)
        return first, first + timedelta(days=1)
    month = int(value[5:7]) if len(value) == 7 else 1
    if month > 12:
        return None
    first = date(int(value[:4]), month, 1)
    end = months_later(first, 1 if len(value) == 7 else 12)
    return (first, end) if end else None


def readings(resolution: dict[str, Any]) -> list[tuple[str, str]]:
    """The first and last day that a case gives for its words, in each of its readings."""
    found = []
    for reading in resolution.get("values") or [resolution.get("FutureResolution"), resolution.get("PastResolution")]:
        if reading.get("date") or reading.get("type") == "date":
            day = reading.get("date") or reading.get("value")
            found.append((day, day))
        elif reading:
            found.append(
                (reading.get("startDate") or reading.get("start"), reading.get("endDate") or reading.get("end"))
            )
    unresolved = ("0001-01-01", "not resolved")
    return [pair for pair in found if any(pair) and pair[0] not in unresolved]


def agrees(value: str, resolution: dict[str, Any]) -> bool:
    """Whether our `value` is one of the readings of the case."""
    timex = resolution.get("Timex") or ""
    for name, number in _SEASONS.items():
        if timex.endswith(name):
            return value.endswith(f"-{number}") and (timex == name or timex[:4] == value[:4])
    # At the beginning or the end of a week, month or year the value is the whole of it, the period a part.
    if timex == value or "Mod" in resolution and timex.replace("XXXX", value[:4]) == value:
        return True
    left, _, right = value.partition("/")
    first, last = days(left), days(right or left)
    if first is None or last is None:
        return False
    ends = {last[1], last[1] - timedelta(days=1), last[0]} if right else {last[1], last[1] - timedelta(days=1)}
    for start, end in readings(resolution):
        # "before 2012" and "since 2012" give one end only.
        if start is None or end is None:
            given = date.fromisoformat(start or end)
            if given == first[0]:
                return True
        elif date.fromisoformat(start) == first[0] and date.fromisoformat(end) in ends:
            return True
    return False


def touching(times: tuple[Time, ...], text: str, words: str, start: int) -> list[Time]:
    """The times that touch the case's words."""
    at = start if text[start : start + len(words)] == words else text.find(words.strip())
    if at < 0:
        return list(times)
    end = at + len(words)
    return [time for time in times if time.span.start < end and time.span.end > at]


def show(line: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(line + "\n")


def main(arguments: list[str]) -> int:
    """Print how many of the cases are right."""
    right = {True: 0, False: 0}
    all_cases = {True: 0, False: 0}
    for line in Path(arguments[0]).read_text("utf-8").splitlines():
        case = json.loads(line)
        times = find_times(lay_out(case["text"]), date.fromisoformat(case["published"]))
        for expected in case["results"]:
            season = (expected["Value"].get("Timex") or "").endswith(tuple(_SEASONS))
            if expected["Type"] not in _TYPES or not readings(expected["Value"]) and not season:
                continue
            feast = case["set"] == "HolidayParser"
            near = touching(times, case["text"], expected["Text"], expected["Start"])
            good = any(agrees(time.value, expected["Value"]) for time in near)
            all_cases[feast] += 1
            right[feast] += good
            if not good and "--misses" in arguments:
                value = json.dumps(expected["Value"], ensure_ascii=False)
                show(" | ".join([case["published"], case["text"], str([time.value for time in near]), value]))
    show(f"dates, days and periods of days: {right[False]} of {all_cases[False]} right")
    show(f"with feasts, which are no times here: {sum(right.values())} of {sum(all_cases.values())} right")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
