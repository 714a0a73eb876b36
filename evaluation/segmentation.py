"""How many words of WikiNews get the right number of proclitics, and the right pronoun.

python evaluation/segmentation.py ../shared/data/segmentation/WikiNews.pos.ref [--misses]

The gold splits each word into parts with their parts of speech; a proclitic is a leading single letter و ف ب ل ك س that
is a conjunction, preposition or future particle. The article is none.
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from takhrij.text.clitics import segment

_ARABIC = re.compile("[\u0621-\u064a]")
_BEFORE = frozenset(["CONJ", "PREP", "FUT_PART", "PART"])
# The gold's PRON is also the ending of a verb's subject (كتبت، كتبوا); these are suffix pronouns only.
_PRONOUNS = frozenset(["ه", "ها", "هم", "هما", "هن", "نا", "كم", "ي", "ني", "ك"])


def gold(path: Path) -> Iterator[tuple[str, int, str]]:
    """Each Arabic word as written, its number of proclitics, and its suffix pronoun."""
    for line in path.read_text("utf-8").splitlines()[1:]:
        word, _, tags = line.partition("\t")
        if not tags or not _ARABIC.search(word):
            continue
        parts, kinds = word.split("+"), tags.split("+")
        count = 0
        while (
            count + 1 < len(parts) and len(parts[count]) == 1 and parts[count] in "وفبلكس" and kinds[count] in _BEFORE
        ):
            count += 1
        pronoun = parts[-1] if len(parts) > 1 and kinds[-1] == "PRON" and parts[-1] in _PRONOUNS else ""
        if len(parts) > 2 and pronoun and parts[-2] == "ة":
            parts[-2] = "ت"
        if count and parts[count - 1] == "ل" and parts[count] == "ال":
            parts[count] = "ل"
        yield "".join(parts), count, pronoun


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    words = list(gold(arguments.file))
    segment("كتاب")
    start = time.perf_counter()
    found = [segment(word) for word, _, _ in words]
    seconds = time.perf_counter() - start
    proclitics = sum(len(s.proclitics) == count for s, (_, count, _) in zip(found, words, strict=True)) / len(words)
    pronouns = sum(s.enclitic == pronoun for s, (_, _, pronoun) in zip(found, words, strict=True)) / len(words)
    print(f"{len(words)} words, {len({word for word, _, _ in words})} types, {seconds:.3f} s")  # noqa: T201
    print(f"proclitics {proclitics:.4f}")  # noqa: T201
    print(f"suffix pronouns {pronouns:.4f}")  # noqa: T201
    if arguments.misses:
        for kind in (0, 1):
            misses = Counter(
                f"{word} {s.proclitics if kind == 0 else s.enclitic} {want[kind]}"
                for s, (word, *want) in zip(found, words, strict=True)
                if (len(s.proclitics) if kind == 0 else s.enclitic) != want[kind]
            )
            print(len(misses), "  ".join(f"{miss} x{n}" for miss, n in misses.most_common(150)))  # noqa: T201


if __name__ == "__main__":
    main()
