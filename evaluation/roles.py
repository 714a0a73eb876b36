"""How well the words of a role are delimited on Wojood's public sample, beside its spans of occupations (OCC).

    python evaluation/roles.py ../shared/data/ner/wojood_sample.txt [--misses]

A role is a title of the lexicon with what belongs to it, without the name of whoever bears it. The gold has tags in
tags: `مدير B-OCC`, `الأوقاف I-OCC B-ORG`. The sample holds records of old letters, essays and dialect beside some news.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from takhrij import Article
from takhrij.lexicon.titles import TitleWord
from takhrij.reading.heading import find_heading
from takhrij.reading.names import find_names
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Sheet, lay_sheet
from takhrij.text.page import lay_out

Span = tuple[int, int]


def sentences(path: Path) -> Iterator[tuple[str, set[Span]]]:
    """Each sentence of the sample, and the letters of its occupations."""
    for block in path.read_text("utf-8").split("\n\n"):
        text, gold, begun = "", set[Span](), -1
        for line in [*block.strip("\n").split("\n"), ""]:
            word, *tags = line.split() or [""]
            if begun >= 0 and "I-OCC" not in tags:
                gold.add((begun, len(text.rstrip())))
                begun = -1
            if "B-OCC" in tags:
                begun = len(text)
            text += word + " "
        if text.strip():
            yield text.rstrip(), gold


def roles(sheet: Sheet) -> Iterator[Span]:
    """The words of every role of the page."""
    reached = 0
    for i, token in enumerate(sheet.tokens):
        if i < reached or token.title is None or i in sheet.name_end or not _is_post(token.title):
            continue
        limit = sheet.sentence(i)[1]
        end = max(noun_phrase(sheet, i, limit), i + 1)
        end = next((k for k in range(i + 1, end) if sheet.name_kind.get(k) == "person" or _is_honour(sheet, k)), end)
        while end > i + 1 and not sheet.page.words[end - 1][0].isalpha():
            end -= 1
        reached = end
        yield i, end


def _is_honour(sheet: Sheet, k: int) -> bool:
    title = sheet.tokens[k].title
    return title is not None and title.title.kind == "honorific"


def _is_post(word: TitleWord) -> bool:
    """Whether one person holds it: no شهود, no سكان, no سيد."""
    title = word.title
    return title.kind == "role" and word.number == 1 and title.speaks_as == "person" and not title.unnamed


def widen(text: str, start: int, end: int) -> Span:
    """The span widened to the whole words that it touches: the gold tags words with their proclitics."""
    stop = text.find(" ", end)
    return text.rfind(" ", 0, start) + 1, stop if stop >= 0 else len(text)


def main() -> int:
    """Print precision, recall and F1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    right = found = expected = 0
    for text, gold in sentences(arguments.sample):
        page = lay_out(text)
        sheet = lay_sheet(page, find_heading(page, Article(id="", text=text)), (), find_names(page))
        read = {widen(text, page.starts[first], page.ends[end - 1]) for first, end in roles(sheet)}
        right, found, expected = right + len(read & gold), found + len(read), expected + len(gold)
        if arguments.misses:
            for sign, spans in (("-", gold - read), ("+", read - gold)):
                for start, end in sorted(spans):
                    sys.stdout.write(f"{sign} {text[start:end]} | {text[max(0, start - 30) : end + 30]}\n")
    precision, recall = right / max(found, 1), right / max(expected, 1)
    f1 = 2 * right / max(found + expected, 1)
    sys.stdout.write(f"OCC precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} gold {expected}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
