"""Who takes part while a report is read: players, and the phrases that name them."""

import msgspec

from takhrij.model.span import Span
from takhrij.model.statement import Kind

# Half-open, of words.
Words = tuple[int, int]


class Player(msgspec.Struct, eq=False):
    """One who speaks or passes on, while the report is read.

    `parts` are the roots of the words by which the report may call it again, `posts` those of its posts and `nations`
    the places these belong to; `key` tells outlets apart whatever the spelling. `last` is the word where it last spoke.
    `one` is the player whom this one turned out to be.
    `unread` are the namings, by first word, name and parts, beside which no post was looked for yet.
    """

    name: str
    kind: Kind
    named: bool
    parts: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    head: str = ""
    key: str = ""
    gender: str = ""
    number: int = 1
    count: int | None = None
    role: str | None = None
    aliases: list[str] = []
    mentions: set[Words] = set()
    unread: list[tuple[int, str, frozenset[str]]] = []
    asked: Span | None = None
    last: int = -1
    seen: int = -1
    one: "Player | None" = None


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A source phrase taken apart: who is named in it, by what kind of name, and the words of a post.

    `lone` tells that a single word names the source (الوزارة); `maker` are the words of the maker of a document.
    """

    words: Words
    name: str
    kind: Kind
    named: bool
    parts: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    head: str = ""
    key: str = ""
    gender: str = ""
    number: int = 1
    count: int | None = None
    definite: bool = True
    lone: bool = False
    again: bool = False
    role: str | None = None
    mention: Words | None = None
    maker: Words | None = None

    def hers(self) -> "Phrase":
        """The same of a woman."""
        return Phrase(
            words=self.words,
            name=self.name,
            kind=self.kind,
            named=self.named,
            parts=self.parts,
            posts=self.posts,
            nations=self.nations,
            head=self.head,
            key=self.key,
            gender="f",
            number=self.number,
            count=self.count,
            definite=self.definite,
            lone=self.lone,
            again=self.again,
            role=self.role,
            mention=self.mention,
            maker=self.maker,
        )
