"""An article and its reading as the archive writes them down: all the work that needs no database."""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from takhrij import wire
from takhrij.lexicon import outlets
from takhrij.linking.grams import hashes_of, kept
from takhrij.model.article import Article
from takhrij.model.reading import Reading
from takhrij.model.statement import Statement
from takhrij.store.forms import forms, key

# From the one nearest to the reader to the speaker, as in the terminal.
ARROW = " ← "
# Between the names of several.
BAR = " | "

Row = dict[str, object]


class Prepared(NamedTuple):
    """The rows of one report, ready to be written; each lacks only the number that the archive gives the report."""

    report: Row
    packed: bytes
    statements: list[Row]
    actors: list[Row]
    events: list[Row]
    credits: list[Row]
    grams: list[int]
    forms: str


def article_key(article: Article) -> str:
    """What makes `article` the same one when it comes again: its own id, else its address, else its words."""
    if article.has_own_id:
        return article.id
    return article.url or f"words:{digest(article)}"


def digest(article: Article) -> str:
    """Of all that a reading rests on; another digest is another version."""
    parts = (article.text, str(article.title_end), article.outlet or "", article.published or "", article.url or "")
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def prepare(article: Article, reading: Reading, rules: str) -> Prepared:
    """The rows of `article` and what it says. `rules` is the version of the rules that read it."""
    grams = kept(hashes_of(article.text, article.title_end))
    return Prepared(
        report={**_report(article, reading), "sampled": len(grams), "rules": rules},
        packed=zlib.compress(wire.encode(reading), 6),
        statements=[_statement(article, n, statement) for n, statement in enumerate(reading.statements)],
        actors=_actors(reading),
        events=[_event(article, reading, n) for n in range(len(reading.events))],
        credits=_credits(reading),
        grams=grams,
        forms=" ".join(forms(article.text)),
    )


def _report(article: Article, reading: Reading) -> Row:
    published = article.published or reading.report.published
    return {
        "outlet": reading.report.outlet or _by_address(article.url),
        "published": published,
        "day": published[:10] if published else None,
        "title": article.text[: article.title_end] or None,
        "url": article.url,
        "place": reading.report.place,
        "body": article.title_end,
        "text": article.text,
        "digest": digest(article),
        "given_outlet": article.outlet,
        "given_published": article.published,
    }


def _actors(reading: Reading) -> list[Row]:
    said = Counter(statement.speaker for statement in reading.statements)
    return [
        {
            "number": n,
            "name": actor.name,
            "key": key(actor.name),
            "type": actor.type,
            "role": actor.role,
            "aliases": " | ".join(actor.aliases) or None,
            "spellings": spellings_of((actor.name, *actor.aliases, *([actor.known] if actor.known else []))),
            "country": actor.country,
            "sector": actor.sector,
            "known": actor.known,
            "said": said[actor.name],
        }
        for n, actor in enumerate(reading.actors)
    ]


def _statement(article: Article, number: int, statement: Statement) -> Row:
    return {
        "number": number,
        "speaker": statement.speaker,
        "speaker_key": key(statement.speaker),
        "kind": statement.kind,
        "named": statement.named,
        "form": statement.form,
        "asked": statement.veil.asked.of(article.text) if statement.veil and statement.veil.asked else None,
        "chain": ARROW.join(statement.chain),
        "words": article.text[statement.content.start : statement.content.end],
    }


def _event(article: Article, reading: Reading, number: int) -> Row:
    event = reading.events[number]
    told = None if event.statement is None else reading.statements[event.statement]
    return {
        "number": number,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "day": event.date,
        "actor": BAR.join(event.actor),
        "recipient": BAR.join(event.recipient),
        "others": BAR.join(event.others),
        "spellings": spellings_of((*event.actor, *event.recipient, *event.others)),
        "place": event.place,
        "country": event.where.country if event.where else None,
        "suffered": event.count,
        "trigger": event.trigger.of(article.text),
        "statement": event.statement,
        "chain": ARROW.join(told.chain) if told else None,
    }


def spellings_of(names: Iterable[str]) -> str:
    """The spellings by which `names` meet others, each between bars: |محمد علي|علي|."""
    return "".join(f"|{one}" for one in dict.fromkeys(map(key, names))) + "|"


def words_of_names(actors: Iterable[Row]) -> Iterator[Row]:
    """The words of the spellings of `actors`, each once for an actor."""
    for actor in actors:
        for word in sorted(set(str(actor["spellings"]).replace("|", " ").split())):
            yield {"word": word, "number": actor["number"]}


def _credits(reading: Reading) -> list[Row]:
    """The outlets and agencies named as where something comes from: in the heading, and as links of chains."""
    linked = [link.name for statement in reading.statements for link in statement.links if link.kind == "outlet"]
    whole = dict.fromkeys(reading.heading.agencies)
    return [{"outlet": name, "whole": name in whole} for name in dict.fromkeys([*whole, *linked])]


def _by_address(url: str | None) -> str | None:
    found = outlets.by_domain(url) if url else None
    return found.name if found else None
