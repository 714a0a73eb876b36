"""spaCy's Docs, in DocBins of some hundred reports each, as its `Corpus` reads them from a folder."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.tokens import Span as Words
from spacy.util import filter_spans
from spacy.vocab import Vocab

from takhrij import wire
from takhrij.export.source import Source
from takhrij.model.reading import Reading
from takhrij.model.span import Span
from takhrij.model.told import Told
from takhrij.text.page import lay_out

# A bin is held in memory whole, here and where it is read.
_REPORTS = 200
_LABELS = {"person": "PERSON", "place": "LOC", "organization": "ORG", "outlet": "ORG", "other": "MISC"}


def fill(source: Source, folder: Path) -> None:
    """reports-00001.spacy and so on."""
    remaining = source.reports()
    number = 0
    while some := list(islice(remaining, _REPORTS)):
        number += 1
        # A vocabulary for each bin: one for all would grow with the archive.
        docs = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_ID"], store_user_data=True)
        vocab = Vocab()
        for told in some:
            docs.add(_doc(told, vocab))
        docs.to_disk(folder / f"reports-{number:05}.spacy")


class _Places:
    """The tokens of a report, cut so that every span begins and ends with one; blanks that no token owns are tokens."""

    def __init__(self, told: Told) -> None:
        text = told.article.text
        page = lay_out(text)
        edges = {0, len(text), *page.starts, *page.ends, *(edge for span in _spans(told.reading) for edge in span)}
        self.words: list[str] = []
        self.spaces: list[bool] = []
        self.starts: list[int] = []
        for start, end in pairwise(sorted(edges)):
            words = text[start:end]
            if words[0] == " " and self.words and not self.spaces[-1]:
                self.spaces[-1] = True
                start, words = start + 1, words[1:]
            if words:
                self.words.append(words)
                self.spaces.append(False)
                self.starts.append(start)

    def tokens(self, span: Span) -> tuple[int, int]:
        """The tokens of a span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)


def _spans(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where everything that is handed over begins and ends."""
    for name in reading.names:
        yield name.span.start, name.span.end
    for time in reading.times:
        yield time.span.start, time.span.end
    for statement in reading.statements:
        for span in (statement.content, statement.cue, statement.source, *(link.span for link in statement.links)):
            if span is not None:
                yield span.start, span.end
    for event in reading.events:
        for span in event.mentions:
            yield span.start, span.end
    for actor in reading.actors:
        for span in actor.mentions:
            yield span.start, span.end


def _doc(told: Told, vocab: Vocab) -> Doc:
    reading = told.reading
    places = _Places(told)
    doc = Doc(vocab, words=places.words, spaces=places.spaces)

    def mark(span: Span, label: str, of: str = "") -> Words:
        start, end = places.tokens(span)
        return Words(doc, start, end, label=label, span_id=of)

    named = [(name.span, _LABELS[name.kind]) for name in reading.names]
    dated = [(time.span, "DATE") for time in reading.times]
    # Of two that overlap the longer one stands: spaCy's entities lie beside one another.
    doc.set_ents(filter_spans([mark(span, label) for span, label in [*named, *dated]]))
    said = list(enumerate(reading.statements))
    doc.spans["content"] = [mark(one.content, one.form.upper(), str(n)) for n, one in said]
    doc.spans["cue"] = [mark(one.cue, "CUE", str(n)) for n, one in said if one.cue]
    doc.spans["source"] = [mark(one.source, one.kind.upper(), str(n)) for n, one in said if one.source]
    doc.spans["link"] = [
        mark(link.span, link.kind.upper(), f"{n}.{place}")
        for n, one in said
        for place, link in enumerate(one.links)
        if link.span
    ]
    told_events = list(enumerate(reading.events))
    doc.spans["event"] = [mark(span, one.type, str(n)) for n, one in told_events for span in one.mentions]
    actors = list(enumerate(reading.actors))
    doc.spans["actor"] = [mark(span, one.type.upper(), str(n)) for n, one in actors for span in one.mentions]
    doc.user_data["id"] = told.article.id
    doc.user_data["outlet"] = told.article.outlet
    doc.user_data["published"] = told.article.published
    # Chains, dates and rules are no spans: the whole reading goes with its report.
    doc.user_data["reading"] = wire.encode(reading).decode()
    return doc
