"""From deeds to events: who is meant, when and on whose word, and each event told once."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import names as place_names
from takhrij.model.event import Event, Status
from takhrij.model.time import Time
from takhrij.reading.alike import alike
from takhrij.reading.contents import Contents
from takhrij.reading.days import Days
from takhrij.reading.gist import gist
from takhrij.reading.happening import Happening
from takhrij.reading.leads import first_sentence_end, is_by_own_head, is_retold
from takhrij.reading.links import Told
from takhrij.reading.meant import Meant
from takhrij.reading.naming import name_text
from takhrij.reading.players import Player
from takhrij.reading.sameness import goes_on, is_same, is_toll_of, merge, tells_headline
from takhrij.reading.settling import settle
from takhrij.reading.sites import Sites, are_apart_by_name, are_far
from takhrij.reading.speakers import Cast
from takhrij.reading.told_on import date_further, is_one_more, is_sum
from takhrij.reading.told_once import told_once
from takhrij.reading.wording import plain
from takhrij.rules.events.claims import is_claimed
from takhrij.rules.events.deed import Deed
from takhrij.rules.events.judging import judges_on
from takhrij.rules.events.places import is_one_of
from takhrij.rules.events.seats import seat_of
from takhrij.rules.events.traits import is_in
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.text.fold import fold

_MOST = 60
_DUAL = 2
_BEFORE = 8
_MANY = frozenset(["people", "public"])
_JUDGED = frozenset(["COERCE", "CONCEDE"])
_WIDE = frozenset(["country", "region"])
# An attack or a protest that is only planned is no event of a chronicle, nor is anything only called for or supposed.
_VIOLENT = frozenset(["ASSAULT", "PROTEST"])
_SUFFERED = "events.suffered"
_STANDS = frozenset(["ACCUSE", "REJECT"])
_SEIZES = "seize"
_ONLY_SPOKEN_OF = frozenset(["called_for", "conditional"])


class Chronicle:
    """The events of one report."""

    def __init__(self, sheet: Sheet, told: list[Told], cast: Cast, times: tuple[Time, ...]) -> None:
        self._sheet = sheet
        self._told = told
        self._meant = Meant(sheet, told, cast)
        self._days = Days(sheet, self._meant.in_order, self._meant.contents, times)
        self._sites = Sites(sheet)
        self._places: dict[str, Range] = {}
        self._found: list[Happening] = []
        self._lead_end = _lead_end(sheet)
        self._contents = Contents([(one.device.content.span.start, one.device.content.span.end) for one in told])

    def take(self, deed: Deed, about: Deed | None = None) -> None:
        """Take in one telling; `about` is the deed towards which it takes a stand: أدان الهجوم الذي نفذته إيران."""
        actor, recipient = self._meant.parties(deed)
        if about is not None:
            recipient = self._meant.doers(about) or ([] if deed.trigger.type == "ACCUSE" else recipient)
        if judges_on(deed) and (last := self._stand_before(deed)) is not None:
            actor, recipient = last.actor, last.recipient
        if not recipient and len(actor) == 1 and fold(actor[0].name) in group("pairs"):
            actor, recipient = self._pair() or (actor, recipient)
        if deed.trigger.type == "REJECT" and actor and not recipient:
            recipient = self._accusers(actor)
        if (deed.trigger.joint or self._is_of_two(deed)) and len(actor) > 1 and not recipient:
            # اتفقت روسيا وتركيا: one with the other.
            actor, recipient = actor[:1], actor[1:]
        happening = Happening(
            deed,
            actor,
            _others(recipient, actor),
            self._meant.others(deed, [*actor, *recipient]),
            self._place(deed.place) if deed.place else None,
            None if is_claimed(deed.trigger) else self._days.of(deed, actor),
            [deed],
            gist=gist(self._sheet, deed),
            only_lead=deed.words[0] < self._lead_end,
        )
        same = None if is_one_more(deed, self._sheet) else self._same(happening, is_sum(deed, self._sheet))
        if same is None:
            self._found.append(happening)
            happening.is_told = deed.told
            happening.in_headline = self._is_headline(deed)
            happening.in_lead = happening.only_lead
        else:
            place = self._nearer(same.place, happening.place)
            happening.in_headline = self._is_headline(deed)
            merge(same, happening)
            same.place = place
            same.is_told = same.is_told or deed.told

    def _stand_before(self, deed: Deed) -> Happening | None:
        """The stand taken right before by whoever goes on to say what he makes of it: رفضت تصريحاته | ووصفتها."""
        last = self._found[-1] if self._found and not deed.actor else None
        if last is None or last.deed.trigger.type not in _STANDS or not last.actor:
            return None
        return last if last.deeds[-1].words[0] >= self._sheet.sentence(deed.words[0])[0] else None

    def _are_elsewhere(self, one: Happening, other: Happening) -> bool:
        """Whether both are attacks or protests in towns that lie far apart: bombs in two towns are two attacks."""
        if not one.place or not other.place or one.in_headline:
            return False
        if one.deed.trigger.mode == other.deed.trigger.mode == _SEIZES and not one.in_lead:
            # سيطر الجيش على الحي, and the year before on another.
            return are_apart_by_name(one.place, other.place)
        if one.deed.trigger.type not in _VIOLENT:
            return False
        if is_toll_of(one, other) or goes_on(one, other):
            return False
        return are_far(self._sites.of(self._places[one.place]), self._sites.of(self._places[other.place]))

    def _is_of_two(self, deed: Deed) -> bool:
        """Whether two who hold one post agree, one with the other: أقر وزيرا الخارجية فلان وفلان خطة."""
        title = self._sheet.tokens[deed.actor[0][0]].title if deed.actor else None
        return deed.trigger.type == "AGREE" and title is not None and title.number == _DUAL

    def _nearer(self, known: str | None, new: str | None) -> str | None:
        """The place that says more: the town rather than the country in which it lies."""
        if not known or not new:
            return known or new
        whole, part = self._sites.of(self._places[known]), self._sites.of(self._places[new])
        if whole is None or part is None or whole.country != part.country:
            return known
        return new if whole.precision in _WIDE and part.precision not in _WIDE else known

    def _place(self, words: Range) -> str:
        """What a place is called; the words are kept, to find out where it lies."""
        name = place_text(self._sheet, words)
        self._places.setdefault(name, words)
        return name

    def close(self) -> None:
        """Leave out of the headline what the body tells."""
        self._found = _told_again(self._found, first_sentence_end(self._sheet))

    def _pair(self) -> tuple[list[Player], list[Player]] | None:
        """The two sides of the last event that has both: الوزيران, الجانبان."""
        for one in reversed(self._found[-_BEFORE:]):
            if one.deed.trigger.joint or one.deed.trigger.type == "CONSULT":
                if one.actor and one.recipient:
                    return one.actor[:1], one.recipient[:1]
        return None

    def _accusers(self, denier: list[Player]) -> list[Player]:
        """Who accused the one who denies it, as told shortly before."""
        for one in reversed(self._found[-_BEFORE:]):
            if one.deed.trigger.type == "ACCUSE" and any(alike(p, q) for p in one.recipient for q in denier):
                return one.actor
        return []

    def _is_headline(self, deed: Deed) -> bool:
        headline = self._sheet.heading.headline
        return headline is not None and self._sheet.page.starts[deed.words[0]] < headline.end

    def events(self) -> tuple[Event, ...]:
        """Those of which enough is told."""
        self._found = told_once(self._found)
        for one in self._found:
            if one.in_headline and one.date is None and one.deed.status == "happened":
                one.date = self._days.of_lead([*one.actor, *one.recipient])
            if one.place is None and one.deed.trigger.type in _JUDGED:
                one.place = self._seat(one.actor)
        settle(self._found)
        told = [one for one in self._found if self._is_told(one)]
        date_further(told, self._sheet, self._days)
        return tuple([self._event(one) for one in told])

    def _is_told(self, one: Happening) -> bool:
        """Whether enough is known of it, or whom somebody accused, be he named or not: اتهمت قوات النظام بشنه."""
        accused = one.is_told and one.deed.rule == _SUFFERED and one.deed.trigger.type == "ACCUSE"
        k = one.deed.recipient[-1][1] if accused and one.deed.recipient else len(self._sheet.tokens)
        if k < len(self._sheet.tokens) and is_in(self._sheet.page.words[k]):
            return True
        return _is_told(one)

    def _same(self, happening: Happening, of_many: bool) -> Happening | None:
        """What of the events told before is this one, the nearest first; a sum of many is the same only as a sum."""
        kind = happening.deed.trigger.type
        for one in reversed(self._found[-_MOST:]):
            if one.deed.trigger.type != kind:
                continue
            if self._are_elsewhere(one, happening) or (of_many and not is_sum(one.deed, self._sheet)):
                continue
            if is_same(one, happening):
                return one
        return None

    def _seat(self, actor: list[Player]) -> str | None:
        """The town where the court or the police sits that does it."""
        for player in actor:
            for words in sorted(player.mentions):
                seat = seat_of(self._sheet, words)
                if seat is not None:
                    return self._place(seat)
        return None

    def players(self) -> list[Player]:
        """Everyone who takes part."""
        return [
            player for one in self._found if self._is_told(one) for player in (*one.actor, *one.recipient, *one.others)
        ]

    def _event(self, one: Happening) -> Event:
        page, trigger = self._sheet.page, one.deed.trigger
        span = page.span(*one.deed.words)
        actor = _names(one.actor)
        return Event(
            type=trigger.type,
            mode=trigger.mode or None,
            contexts=tuple(trigger.contexts.split()),
            trigger=span,
            actor=actor,
            recipient=tuple([name for name in _names(one.recipient) if name not in actor]),
            others=_names(one.others),
            place=one.place,
            where=self._sites.of(self._places[one.place]) if one.place else None,
            date=one.date,
            status=_status(one, self._sheet.heading.published),
            statement=self._contents.innermost(span.start),
            count=next((player.count for player in one.recipient if player.count), None),
            mentions=tuple(sorted(page.span(*deed.words) for deed in one.deeds)),
            rule=one.deed.rule,
        )


def _others(recipient: list[Player], actor: list[Player]) -> list[Player]:
    """The recipients who are none of the actors: nobody does it to himself."""
    names = {player.name for player in actor}
    return [player for player in recipient if player not in actor and player.name not in names]


def _lead_end(sheet: Sheet) -> int:
    """The word behind the headline and the stand-first.

    The first paragraph is no part of it: it tells several things, which the likeness that does for a headline would
    make one with others of the body.
    """
    spans = [span for span in (sheet.heading.headline, sheet.heading.standfirst) if span is not None]
    return max((sheet.page.words_in(span)[1] for span in spans), default=0)


def place_text(sheet: Sheet, words: Range) -> str:
    """What a place is called, with what belongs to its name before it: قطاع غزة, جنوب سوريا."""
    page, (first, end) = sheet.page, words
    named = first in sheet.name_kind
    if named and sheet.name_end[first] == end and not (first and is_one_of(sheet.tokens[first - 1].folded, "towns")):
        name, skip = name_text(sheet, first), sheet.name_skip.get(first, 0)
    else:
        # حي براي: behind such a word nothing is hung before a name.
        behind_head = first and is_one_of(sheet.tokens[first - 1].folded, "towns")
        skip = 1 if is_in(page.words[first]) and not behind_head else 0
        known = place_names().at(page.words, first) if not named and not behind_head else None
        skip = len(known.proclitics) if known is not None and known.proclitics else skip
        name = plain(page.text[page.starts[first] + skip : page.ends[end - 1]])
    for k in range(first - 1, max(first - 3, -1), -1) if not skip else ():
        if not is_one_of(sheet.tokens[k].folded, "part_of_place"):
            break
        whole = sheet.tokens[k].folded in group("part_of_place")
        name = f"{page.words[k] if whole else page.words[k][1:]} {name}"
    return name


def _names(players: list[Player]) -> tuple[str, ...]:
    """Their names, without those that another holds already: قوات الجيش والمقاومة, المقاومة."""
    if len(players) == 1:
        return (players[0].name,)
    names = tuple(dict.fromkeys([player.name for player in players]))
    return tuple(name for name in names if len(names) == 1 or not any(one.endswith(f" و{name}") for one in names))


def _status(one: Happening, published: str | None) -> Status:
    """What its fullest telling says; what is dated behind the day of the report is planned."""
    day = (one.date or "")[: len(_DAY)]
    meets = one.deed.sense.noun and one.deed.trigger.type in _MEETINGS
    status = one.deed.status
    near = status == "ongoing" or (status == "happened" and meets)
    if near and published and _is_later(day, published[: len(_DAY)]):
        # يزور الرئيس باريس الخميس المقبل
        return "planned"
    return status


_DAY = "2019-05-09"
_MEETINGS = frozenset(["CONSULT", "COOPERATE"])


def _is_later(day: str, published: str) -> bool:
    """Whether a day, month or year lies behind the day of the report."""
    return day[:1].isdigit() and day[:4].isdigit() and "W" not in day and day > published[: len(day)]


def _told_again(found: list[Happening], end: int) -> list[Happening]:
    """The events without those of the headline that the body, whose first sentence ends at `end`, tells otherwise."""
    kept = []
    for number, one in enumerate(found):
        body = None
        if one.in_headline:
            later = [other for other in found[number + 1 :] if not other.in_headline]
            body = next((other for other in later if tells_headline(other, one)), None)
            body = body or next((other for other in later if is_retold(one, other, end)), None)
            body = body or next((other for other in later if is_by_own_head(one, other)), None)
        if body is None:
            kept.append(one)
        else:
            merge(body, one)
    return kept


def _are_reporters(player: Player) -> bool:
    """Whether they are reporters: الصحفيين, فريق صحفي."""
    return any(fold(word) in group("reporters") for word in player.name.split(" ")[:2])


def _is_interview(one: Happening) -> bool:
    """Whether somebody only speaks to an outlet or to reporters: في مقابلة مع القناة, تحدث مع الصحفيين."""
    if one.deed.trigger.type != "CONSULT":
        return False
    told_to = one.recipient and all(_are_reporters(player) for player in one.recipient)
    return bool(told_to) or any(player.kind == "outlet" for player in one.recipient)


def _is_announced(one: Happening) -> bool:
    """Whether one side announces an agreement, whoever the other is: أعلنت روسيا عن اتفاق."""
    sense = one.deed.sense
    announced = one.deed.rule == "events.named" and one.deed.by_verb
    return announced and one.deed.trigger.type == "AGREE" and sense.noun and not sense.definite


def _is_told(one: Happening) -> bool:
    """Whether enough is known of it: those whom its trigger needs."""
    trigger = one.deed.trigger
    if not one.is_told or one.deed.status in _ONLY_SPOKEN_OF or _is_interview(one):
        return False
    if trigger.type in _VIOLENT and one.deed.status == "planned":
        return False
    if trigger.lone:
        return True
    if trigger.needs == "both":
        if one.actor and one.others and trigger.type == "CONSULT" and one.deed.sense.noun:
            # ترأس رئيس الحكومة اجتماعا | بحضور وزير الداخلية
            return True
        both = trigger.joint and any(player.number > 1 or player.kind in _MANY for player in one.actor)
        return bool(one.actor and (one.recipient or both or _is_announced(one)))
    if trigger.needs == "recipient":
        return bool(one.recipient)
    if trigger.needs == "actor":
        return bool(one.actor)
    return bool(one.actor or one.recipient)
