"""What is sent to the API and what comes from it, beside the records of the archive."""

from typing import Annotated, Generic, Literal, TypeVar

import msgspec
from msgspec import Meta

from takhrij.model.actor import ActorType
from takhrij.model.copy import Copy
from takhrij.model.event import EventType, Status
from takhrij.model.link import Named, Verdict
from takhrij.model.record import Record

T = TypeVar("T")

# No letter of any text: databases refuse it.
_NO_NUL = r"^[^\x00]*$"
Words = Annotated[str, Meta(min_length=1, max_length=1_000, pattern=_NO_NUL)]
Name = Annotated[str, Meta(min_length=1, max_length=300, pattern=_NO_NUL)]
Key = Annotated[str, Meta(min_length=1, max_length=2_000, pattern=_NO_NUL)]
Text = Annotated[str, Meta(min_length=1, max_length=100_000, pattern=_NO_NUL)]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", description="A day, a month or a year.")]
Skip = Annotated[int, Meta(ge=0, le=1_000_000, description="How many answers to pass over.")]
Most = Annotated[int, Meta(ge=1, le=100, description="How many answers at the most.")]
Share = Annotated[float, Meta(ge=0, le=1)]

MOST_REPORTS = 100


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The parameters of a request; a name that is none of them is refused."""


class Nothing(Asked, frozen=True, kw_only=True):
    """Nothing is asked."""


class Listing(Asked, frozen=True, kw_only=True):
    """A part of a list."""

    skip: Skip = 0
    most: Most = 20


class Looked(Listing, frozen=True, kw_only=True):
    """Words that reports must hold."""

    skip: Annotated[int, Meta(ge=0, le=1_000, description="How many answers to pass over.")] = 0
    q: Annotated[Words, Meta(description='Words, in any spelling; "in a row" in quotes.', examples=["الميناء"])]


class Chosen(Listing, frozen=True, kw_only=True):
    """Reports by day and outlet."""

    since: Day | None = None
    until: Day | None = None
    outlet: Annotated[Name, Meta(description="The outlet, as the archive names it.")] | None = None


class One(Asked, frozen=True, kw_only=True):
    """A report."""

    id: Annotated[Key, Meta(description="The report's id.")]


class Claimed(Asked, frozen=True, kw_only=True):
    """A claim."""

    claim: Annotated[
        Words,
        Meta(
            description="At least three of a claim's words, a report's id (its headline), or ID#N for its statement N.",
            examples=["المستودع لم يخضع لأي تفتيش"],
        ),
    ]


class Called(Asked, frozen=True, kw_only=True):
    """A name."""

    name: Annotated[Name, Meta(description="A name, or whole words of one.", examples=["الراوي"])]
    most: Annotated[int, Meta(ge=1, le=20, description="How many actors of that name at the most.")] = 5


class Happened(Listing, frozen=True, kw_only=True):
    """Events."""

    type: EventType | None = None
    status: Status | None = None
    who: Annotated[Name, Meta(description="Who takes part: a name or a part of one.")] | None = None
    place: Annotated[Name, Meta(description="A place's name, or a country's code (LY).")] | None = None
    since: Day | None = None
    until: Day | None = None


class Retold(Listing, frozen=True, kw_only=True):
    """Stories."""

    least: Annotated[int, Meta(ge=1, le=1_000, description="Only stories of at least so many reports.")] = 1
    contradicted: Annotated[bool, Meta(description="Only stories whose reports contradict each other.")] = False


class Quoted(Listing, frozen=True, kw_only=True):
    """Quotations in their wordings."""

    least: Annotated[int, Meta(ge=2, le=1_000, description="Only those of at least so many outlets.")] = 2
    speaker: Annotated[Name, Meta(description="Who is said to have spoken, or a part of the name.")] | None = None


class Shared(Listing, frozen=True, kw_only=True):
    """Copies."""

    least: Annotated[Share, Meta(description="Only with at least this containment.")] = 0.0
    report: Annotated[Key, Meta(description="Only of this report.")] | None = None


class Pairs(Asked, frozen=True, kw_only=True):
    """Names to decide on."""

    most: Most = 20


class Given(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report to be read; `published` is an ISO 8601 date or date and time."""

    text: Text
    title: Annotated[str, Meta(max_length=1_000, pattern=_NO_NUL)] = ""
    outlet: Name | None = None
    published: Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}", max_length=40)] | None = None


class Brought(Given, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report to be kept. It is the same one when it comes again by its `id`, else its `url`, else its words."""

    id: Key | None = None
    url: Annotated[str, Meta(pattern=r"^https?://[^\x00-\x20]+$", max_length=2_000)] | None = None


class Batch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Reports to be kept, all of them or none."""

    reports: Annotated[tuple[Brought, ...], Meta(min_length=1, max_length=MOST_REPORTS)]


class Taken(Record, frozen=True, kw_only=True):
    """How many of the reports were new, had changed, or were there already.

    `ids` are those under which the archive has them; `undated` those whose `published` is no date and was left out.
    """

    new: int
    changed: int
    same: int
    ids: tuple[str, ...]
    undated: tuple[str, ...]


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That two names are one actor's, or two actors': by whom."""

    type: ActorType
    left: Name
    right: Name
    verdict: Verdict
    by: Annotated[str, Meta(max_length=100, pattern=_NO_NUL)] = ""

    def names(self) -> tuple[Named, Named]:
        """The two names."""
        return Named(type=self.type, name=self.left), Named(type=self.type, name=self.right)


class Whole(Record, frozen=True, kw_only=True):
    """A report as it was published: `text` is the title, a line break and the body; spans count its code points.

    `story` is the id of the report that began its story; `copies` are those it is one side of.
    """

    id: str
    outlet: str | None
    published: str | None
    url: str | None
    title: str | None
    text: str
    story: str | None
    copies: tuple[Copy, ...]


class Part(Record, Generic[T], frozen=True, kw_only=True):
    """A part of a list; `next` is the address of the part behind it, null where there is none."""

    items: tuple[T, ...]
    next: str | None


Code = Literal[
    "unreadable", "no_token", "read_only", "not_found", "not_allowed", "too_large", "busy", "not_ours", "broken"
]


class Failure(Record, frozen=True, kw_only=True):
    """What went wrong: `status` as in HTTP, a `code` for programs, and words that say what and where."""

    status: int
    code: Code
    message: str


class Failed(Record, frozen=True, kw_only=True):
    """Every answer that is none has this shape."""

    error: Failure
