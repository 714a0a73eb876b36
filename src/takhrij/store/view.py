"""What is looked up in the archive; nothing here can change it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, Engine, select, text

from takhrij.linking.grams import words_of
from takhrij.linking.tracing import trace_of
from takhrij.model.article import Article
from takhrij.model.copy import Copy
from takhrij.model.dossier import Dossier
from takhrij.model.family import Family
from takhrij.model.happening import Counts, Happening
from takhrij.model.hit import Hit
from takhrij.model.link import Candidate, Judgement, Named
from takhrij.model.listed import Listed
from takhrij.model.reading import Reading
from takhrij.model.story import Story
from takhrij.model.summary import Summary
from takhrij.model.trace import Trace
from takhrij.model.transparency import Transparency
from takhrij.store.candidates import candidates
from takhrij.store.chronicle import Wanted, counts, happenings, some_happenings
from takhrij.store.dossiers import dossiers, names_with
from takhrij.store.edition import Chosen, chosen_reports
from takhrij.store.forms import forms, key
from takhrij.store.habits import transparency
from takhrij.store.judgements import judged
from takhrij.store.opening import is_sqlite
from takhrij.store.reports import copies_with, given, report, story_of, told
from takhrij.store.retold import some_stories, stories
from takhrij.store.summary import summary
from takhrij.store.tables import actors, reports
from takhrij.store.tellings import claim_of, tellings_of
from takhrij.store.utterances import families, family_of

# So much of a report is shown around the words that were looked for.
_BEFORE = 60
_SHOWN = 220


class View:
    """Looks things up in an archive."""

    def __init__(self, archive: Engine) -> None:
        self._archive = archive

    def search(self, words: str, most: int = 20) -> list[Hit]:
        """The reports that hold all of `words`, in any spelling and with anything stuck to them, the best first.

        Words in quotation marks stand in a row. `most` is how many at the most.
        """
        question = _question(words)
        if not question:
            return []
        with self._archive.connect() as connection:
            found = _matches(connection, "words", question, most)
            asked = select(reports).where(reports.c.report.in_([number for number, _ in found]))
            rows = {row.report: row for row in connection.execute(asked)}
        wanted = frozenset(forms(words))
        return [
            Hit(
                report=row.key,
                title=row.title,
                outlet=row.outlet,
                published=row.published,
                url=row.url,
                score=round(score, 3),
                shown=_around(row.text, row.body, wanted),
            )
            for number, score in found
            if (row := rows.get(number)) is not None
        ]

    def trace(self, asked: str) -> Trace:
        """Who told a claim, given by its words, a report's id, or `id#N` for a statement: first, chains, copies.

        Raises NoClaim where that names no claim.
        """
        with self._archive.connect() as connection:
            claim = claim_of(connection, asked)
            return trace_of(claim, tellings_of(connection, claim))

    def who(self, name: str, most: int = 5) -> list[Dossier]:
        """The actors that `name` can mean, the one in the most reports first, `most` at the most."""
        with self._archive.connect() as connection:
            return dossiers(connection, name, most)

    def candidates(self, most: int = 50) -> list[Candidate]:
        """Pairs of names that may be one actor's, for a person to decide, those that matter most first."""
        with self._archive.connect() as connection:
            return candidates(connection, most)

    def judgements(self) -> list[Judgement]:
        """What people decided on who is who, the earliest first."""
        with self._archive.connect() as connection:
            return judged(connection)

    def has_name(self, named: Named) -> bool:
        """Whether a report names an actor so."""
        asked = select(actors.c.report).where(actors.c.type == named.type, actors.c.key == key(named.name)).limit(1)
        if named.report is not None:
            asked = asked.join(reports, reports.c.report == actors.c.report).where(reports.c.key == named.report)
        with self._archive.connect() as connection:
            return connection.execute(asked).first() is not None

    def names_with(self, named: Named) -> list[Named]:
        """The other names that reports use for the actor whom `named` means today."""
        with self._archive.connect() as connection:
            return names_with(connection, named)

    def events(self, wanted: Wanted) -> Iterator[Happening]:
        """The events that are wanted, by day."""
        with self._archive.connect().execution_options(yield_per=1000) as connection:
            yield from happenings(connection, wanted)

    def some_events(self, wanted: Wanted, skip: int, most: int, *, latest_first: bool = False) -> list[Happening]:
        """As many of the events that are wanted as a page holds, by day."""
        with self._archive.connect() as connection:
            return some_happenings(connection, wanted, skip, most, latest_first=latest_first)

    def event_counts(self, wanted: Wanted) -> Counts:
        """How many events are wanted, and how they spread over months, types and places."""
        with self._archive.connect() as connection:
            return counts(connection, wanted)

    def sources(self) -> list[Transparency]:
        """Each outlet's habits with its sources, the one with the most reports first."""
        with self._archive.connect() as connection:
            return transparency(connection)

    def stories(self, least: int = 1) -> Iterator[Story]:
        """The stories of at least so many reports, the latest first."""
        with self._archive.connect() as connection:
            yield from stories(connection, least)

    def some_stories(self, least: int, skip: int, most: int, *, disputed: bool = False) -> list[Story]:
        """As many stories as a page holds, the latest first; with `disputed`, only those whose reports differ."""
        wanted = (story for story in self.stories(least) if story.contradictions or not disputed)
        return list(islice(wanted, skip, skip + most))

    def summary(self) -> Summary:
        """The archive in numbers."""
        with self._archive.connect() as connection:
            return summary(connection)

    def families(self, least: int = 2, speaker: str | None = None) -> Iterator[Family]:
        """Quotations of one utterance in all their wordings, by at least so many outlets, the latest first.

        With `speaker`, only those in which a speaker of that name, or with it as a part, has a quotation.
        """
        with self._archive.connect() as connection:
            yield from families(connection, least, speaker)

    def family(self, report: str, statement: int) -> Family | None:
        """The family of one quotation; None where the statement is no quotation, or not there."""
        with self._archive.connect() as connection:
            return family_of(connection, report, statement)

    def copies(self) -> Iterator[Copy]:
        """All copies in the archive, in the order in which their later report was added."""
        with self._archive.connect().execution_options(yield_per=1000) as connection:
            yield from told(connection)

    def report(self, key: str) -> tuple[Article, Reading] | None:
        """A report by its id, with its reading; None where there is none."""
        with self._archive.connect() as connection:
            return report(connection, key)

    def listed(self, keys: Sequence[str]) -> list[Listed]:
        """The reports of these ids, in this order; those that there are not are left out."""
        with self._archive.connect() as connection:
            return given(connection, keys)

    def some_reports(self, chosen: Chosen, skip: int, most: int) -> list[Listed]:
        """As many of the chosen reports as a page holds, the latest first."""
        with self._archive.connect() as connection:
            return chosen_reports(connection, chosen, skip, most)

    def copies_with(self, key: str) -> list[Copy]:
        """The copies that a report is one side of, the closest first."""
        with self._archive.connect() as connection:
            return copies_with(connection, key)

    def story_of(self, key: str) -> Story | None:
        """The story that a report belongs to; None where there is none."""
        with self._archive.connect() as connection:
            number = story_of(connection, key)
            return None if number is None else next(some_stories(connection, [number]), None)


def _question(words: str) -> list[list[str]]:
    """The forms asked for, those that must stand in a row together: what stood between quotation marks."""
    asked: list[list[str]] = []
    for n, part in enumerate(words.replace("«", '"').replace("»", '"').replace("“", '"').replace("”", '"').split('"')):
        found = forms(part)
        asked += [found] if n % 2 and found else [[form] for form in found]
    return asked


def _matches(connection: Connection, table: str, question: list[list[str]], most: int) -> list[tuple[int, float]]:
    """The rows of a table of forms that hold all that is asked for, with their scores."""
    if is_sqlite(connection):
        asked = text(f"SELECT rowid, -bm25({table}) FROM {table} WHERE {table} MATCH :asked ORDER BY rank LIMIT :most")
        match = " ".join('"' + " ".join(row).replace('"', "") + '"' for row in question)
    else:
        name = "report" if table == "words" else "statement"
        asked = text(
            f"SELECT {name}, ts_rank_cd(forms, asked) AS score FROM {table}, to_tsquery('simple', :asked) asked "
            "WHERE forms @@ asked ORDER BY score DESC, 1 LIMIT :most"
        )
        match = " & ".join("(" + " <-> ".join(_quoted(form) for form in row) + ")" for row in question)
    return [(number, score) for number, score in connection.execute(asked, {"asked": match, "most": most})]


def _quoted(form: str) -> str:
    return "'" + form.replace("'", "''").replace("\\", "") + "'"


def _around(published: str, body: int, wanted: frozenset[str]) -> str:
    """The words around the first that was looked for, on one line."""
    start = body
    place = body
    for word in words_of(published, body):
        place = published.index(word, place)
        if forms(word) and forms(word)[0] in wanted:
            start = max(body, place - _BEFORE)
            break
        place += len(word)
    shown = " ".join(published[start : start + _SHOWN].split())
    return f"{'… ' if start > body else ''}{shown}{' …' if start + _SHOWN < len(published) else ''}"
