"""From deeds to events: who is meant, when and on whose word, and each event told once."""

from bisect import bisect_left
from dataclasses import dataclass, field

from takhrij.lexicon.event_words import group
from takhrij.model.event import Event, Status
from takhrij.model.time import Time
from takhrij.reading.alike import alike
from takhrij.reading.contents import Contents
from takhrij.reading.links import Told
from takhrij.reading.meant import Meant
from takhrij.reading.naming import name_text
from takhrij.reading.players import Player
from takhrij.reading.speakers import Cast
from takhrij.rules.events.deed import Deed
from takhrij.rules.statements.sheet import Range, Sheet

_MOST = 60
_IN = "ب"
_MANY = frozenset(["people", "public"])
# So many words behind an attack its toll is told.
_TOLL_WITHIN = 40
# An attack or a protest that is only planned, called for or supposed is no event of a chronicle.
_VIOLENT = frozenset(["ASSAULT", "PROTEST"])
_NOT_DONE = frozenset(["planned", "called_for", "conditional"])


@dataclass(slots=True, eq=False)
class Happening:
    """An event while the report is read: its fullest deed, all its deeds, and who takes part."""

    deed: Deed
    actor: list[Player]
    recipient: list[Player]
    others: list[Player]
    place: str | None
    date: str | None
    deeds: list[Deed] = field(default_factory=list)
    is_told: bool = True
    in_headline: bool = False

    def weight(self) -> int:
        """How much is told of it."""
        return 2 * len(self.actor[:1]) + 2 * len(self.recipient[:1]) + bool(self.place) + bool(self.date)


class Chronicle:
    """The events of one report."""

    def __init__(self, sheet: Sheet, told: list[Told], cast: Cast, times: tuple[Time, ...]) -> None:
        self._sheet = sheet
        self._told = told
        self._meant = Meant(sheet, told, cast)
        self._times = {sheet.page.words_in(time.span)[0]: time.value for time in times}
        self._time_at = sorted(self._times)
        self._found: list[Happening] = []
        self._contents = Contents([(one.device.content.span.start, one.device.content.span.end) for one in told])

    def take(self, deed: Deed) -> None:
        """Take in one telling."""
        actor, recipient = self._meant.parties(deed)
        if deed.trigger.joint and len(actor) > 1 and not recipient:
            # اتفقت روسيا وتركيا: one with the other.
            actor, recipient = actor[:1], actor[1:]
        happening = Happening(
            deed,
            actor,
            [player for player in recipient if player not in actor],
            self._meant.others(deed, [*actor, *recipient]),
            self._place(deed.place),
            self._date(deed),
            [deed],
        )
        same = next((known for known in reversed(self._found[-_MOST:]) if _is_same(known, happening)), None)
        if same is None:
            self._found.append(happening)
            happening.is_told = deed.told
            happening.in_headline = self._is_headline(deed)
        else:
            _merge(same, happening)

    def _is_headline(self, deed: Deed) -> bool:
        headline = self._sheet.heading.headline
        return headline is not None and self._sheet.page.starts[deed.words[0]] < headline.end

    def _place(self, words: Range | None) -> str | None:
        if words is None:
            return None
        first = words[0]
        name = name_text(self._sheet, first)
        for k in range(first - 1, max(first - 3, -1), -1):
            token = self._sheet.tokens[k]
            if token.folded.removeprefix(_IN) not in group("part_of_place"):
                break
            name = f"{self._sheet.page.words[k].removeprefix(_IN)} {name}"
        return name

    def _date(self, deed: Deed) -> str | None:
        """The time nearest to the trigger in its clause."""
        if not self._time_at:
            return None
        i = deed.words[0]
        low = bisect_left(self._time_at, deed.begin)
        high = bisect_left(self._time_at, max(deed.end, i + 1))
        near = self._time_at[low:high]
        if not near:
            return None
        return self._times[min(near, key=lambda at: abs(at - i) + (4 if at < i else 0))]

    def events(self) -> tuple[Event, ...]:
        """Those of which enough is told."""
        return tuple(self._event(one) for one in self._found if _is_told(one))

    def players(self) -> list[Player]:
        """Everyone who takes part."""
        return [player for one in self._found if _is_told(one) for player in (*one.actor, *one.recipient, *one.others)]

    def _event(self, one: Happening) -> Event:
        page, trigger = self._sheet.page, one.deed.trigger
        span = page.span(*one.deed.words)
        return Event(
            type=trigger.type,
            mode=trigger.mode or None,
            contexts=tuple(trigger.contexts.split()),
            trigger=span,
            actor=_names(one.actor),
            recipient=_names(one.recipient),
            others=_names(one.others),
            place=one.place,
            date=one.date,
            status=_status(one),
            statement=self._contents.innermost(span.start),
            count=next((player.count for player in one.recipient if player.count), None),
            mentions=tuple(sorted(page.span(*deed.words) for deed in one.deeds)),
            rule=one.deed.rule,
        )


def _names(players: list[Player]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(player.name for player in players))


def _status(one: Happening) -> Status:
    return one.deed.status


def _is_told(one: Happening) -> bool:
    """Whether enough is known of it: those whom its trigger needs."""
    trigger = one.deed.trigger
    if not one.is_told or (trigger.type in _VIOLENT and one.deed.status in _NOT_DONE):
        return False
    if trigger.lone:
        return True
    if trigger.needs == "both":
        both = trigger.joint and any(player.number > 1 or player.kind in _MANY for player in one.actor)
        return bool(one.actor and (one.recipient or both))
    if trigger.needs == "actor":
        return bool(one.actor)
    return bool(one.actor or one.recipient)


def _is_same(known: Happening, new: Happening) -> bool:
    """Whether both tell one event: one type, someone in common, and nothing that sets them apart."""
    trigger, other = known.deed.trigger, new.deed.trigger
    if trigger.type != other.type or _are_apart(known.date, new.date):
        return False
    if trigger.type == "ASSAULT" and (_is_outcome(known, new) or _is_by_bomber(new)):
        return True
    if not (new.actor or new.recipient) or not (known.actor or known.recipient):
        return trigger.lone or other.lone
    if trigger.joint or other.joint:
        return _within(known, new) or _within(new, known)
    shared = 0
    for left, right in ((known.actor, new.actor), (known.recipient, new.recipient)):
        if left and right:
            if not any(alike(p, q) for p in left for q in right):
                return False
            shared += 1
    return shared > 0


def _are_apart(one: str | None, other: str | None) -> bool:
    """Whether two dates cannot be one: neither is a part of the other."""
    return bool(one and other) and not (str(one).startswith(str(other)) or str(other).startswith(str(one)))


def _is_outcome(known: Happening, new: Happening) -> bool:
    """Whether one of both is the other's toll: an attack, and right behind it how many died."""
    if new.deed.words[0] - known.deeds[-1].words[0] > _TOLL_WITHIN:
        return False
    if not new.actor and not any(player.named for player in new.recipient):
        return True
    return not known.actor and not any(player.named for player in known.recipient)


def _is_by_bomber(new: Happening) -> bool:
    """Whether only a bomber without a name is told of, and nobody he struck: one of those of the attack told before."""
    unnamed = bool(new.actor) and not any(player.named for player in new.actor)
    return new.deed.trigger.mode == "explosives" and new.deed.by_verb and unnamed and not new.recipient


def _within(one: Happening, other: Happening) -> bool:
    """Whether everyone of one event takes part in the other."""
    there = other.actor + other.recipient
    return all(any(alike(p, q) for q in there) for p in one.actor + one.recipient)


def _merge(known: Happening, new: Happening) -> None:
    """Let `known` be told at its fullest."""
    known.deeds += new.deeds
    known.is_told = known.is_told or new.deed.told
    if new.weight() + known.in_headline > known.weight():
        known.deed, known.in_headline = new.deed, False
        known.actor = new.actor or known.actor
        known.recipient = new.recipient or known.recipient
    else:
        known.actor = known.actor or new.actor
        known.recipient = known.recipient or new.recipient
    known.others += [player for player in new.others if player not in known.others]
    known.place = known.place or new.place
    known.date = known.date or new.date
