"""Count which definite nouns of news are never adjectives, and write `definite_nouns.toml` of the lexicon.

    python training/count_definites.py DATA

DATA holds `news/reports.jsonl.gz`. An adjective with the article mostly stands behind another definite word (السلطات
المحلية); a noun hardly ever does but where a phrase of its own begins (أدان المجلس | الجرائم). A word that news has
often enough, and in less than a tenth of these places behind another definite word, begins its own phrase.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

from takhrij.text.fold import fold
from takhrij.text.page import lay_out

OUT = Path(__file__).parent.parent / "src/takhrij/lexicon/data/definite_nouns.toml"
ARTICLE = "ال"
# Without the letters of other languages: القیادة is القيادة misspelled, and too rare to be counted.
DEFINITE = re.compile("ال[\u0621-\u064a\u0651]+")
PROCLITICS = "وفبكل"
RAREST = 15
SHARE = 0.1
LINE = 110
HEAD = """\
# Nouns that news writes with the article and hardly ever behind another definite word: they are no adjectives, and
# begin a phrase of their own. Counted by training/count_definites.py; not to be edited.
"""


def counted(reports: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each definite word stands in the reports, and how often right behind another."""
    everywhere, behind = Counter[str](), Counter[str]()
    with gzip.open(reports, "rt", encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            before = ""
            for word in lay_out(f"{report['title'] or ''}\n{report['text']}").words:
                if len(word) > len(ARTICLE) + 2 and DEFINITE.fullmatch(word):
                    everywhere[fold(word)] += 1
                    behind[fold(word)] += _is_definite(before)
                before = word
    return everywhere, behind


def _is_definite(word: str) -> bool:
    if word.startswith(ARTICLE) or word.startswith("لل"):
        return True
    return word[:1] in PROCLITICS and word[1:].startswith(ARTICLE)


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    reports = parser.parse_args().data / "news/reports.jsonl.gz"
    print(f"{reports.name} {hashlib.sha256(reports.read_bytes()).hexdigest()[:16]}")
    everywhere, behind = counted(reports)
    # One more either way keeps out words that were seen too rarely to tell.
    words = sorted(w for w, n in everywhere.items() if n >= RAREST and (behind[w] + 1) / (n + 2) < SHARE)
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) >= LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    text = "\n".join(lines)
    OUT.write_text(f'{HEAD}words = """\n{text}\n"""\n', encoding="utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
