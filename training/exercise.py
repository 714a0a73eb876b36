"""Read what the project itself holds of Arabic, so that the compiler learns which ways a reading takes.

python training/exercise.py      with a takhrij built to count its ways (hatch_build.py runs it)

The example reports, the sentences of the cases, alone and as one long report for each file, and the lexicon's examples:
nothing else is read, and always in the same order.
"""

import json
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from takhrij import Article, Reader

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
# Words that were met are read otherwise than new ones, and a corpus is mostly of words that were met; and it is of
# reports, not of single sentences, of which a thousand are less usual than a report of a thousand.
PASSES, PASSES_OF_LONG = 2, 6
LONG = 1000
PUBLISHED = "2019-05-13"


def texts() -> Iterator[str]:
    """Every text, the headline first."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        yield path.read_text("utf-8")
    for line in (EXAMPLES / "reports.jsonl").read_text("utf-8").splitlines():
        report = json.loads(line)
        yield f"{report['title']}\n{report['text']}"
    package = Path(str(files("takhrij")))
    for path in sorted(package.rglob("*.cases.toml")):
        yield from _alone_and_together([case["text"] for case in _entries(path) if "text" in case])
    for path in sorted((package / "lexicon" / "data").rglob("*.toml")):
        yield from _alone_and_together([entry["example"] for entry in _entries(path) if "example" in entry])


def _entries(path: Path) -> list[dict[str, Any]]:
    """The tables of every list of tables in a file."""
    lists = [part for part in tomllib.loads(path.read_text("utf-8")).values() if isinstance(part, list)]
    return [entry for part in lists for entry in part if isinstance(entry, dict)]


def _alone_and_together(sentences: list[str]) -> list[str]:
    return [*sentences, "\n".join(sentences)] if sentences else []


def main() -> None:
    """Read them all."""
    reader = Reader()
    articles = [
        Article(id=str(number), text=text, title_end=max(text.find("\n"), 0), published=PUBLISHED)
        for number, text in enumerate(texts())
    ]
    long = [article for article in articles if len(article.text) >= LONG]
    for one_pass in [articles] * PASSES + [long] * PASSES_OF_LONG:
        for article in one_pass:
            reader.read(article)
    print(f"{len(articles)} texts of {sum(len(article.text) for article in articles):,} letters")


if __name__ == "__main__":
    main()
