"""From devices to statements: who speaks, through whom, nested in whose words."""

from bisect import bisect_right
from typing import NamedTuple

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.source_words import source_words
from takhrij.model.actor import Actor
from takhrij.model.span import Span
from takhrij.model.statement import Statement
from takhrij.reading.apart import take_apart
from takhrij.reading.links import (
    Told,
    contrasts,
    is_clause,
    is_employer,
    is_of_noun,
    joined_outlets,
    passed_by,
    received_by,
    told_behind,
    told_to,
)
from takhrij.reading.media import family, outlet_phrase, surely
from takhrij.reading.partakers import partakers
from takhrij.reading.players import Player, Words
from takhrij.reading.sources import is_addressed, is_addressee, words_of_source
from takhrij.reading.speakers import Cast
from takhrij.reading.subjects import Subjects
from takhrij.reading.telling import actors, statement
from takhrij.reading.veils import find_veil
from takhrij.rules.statements.device import Device
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.rules.statements.subjects import is_source_like
from takhrij.text.fold import fold

_RECENT = 12


class Traced(NamedTuple):
    """The statements of a page as they were told, in the order of their words, and the players of the report."""

    told: list[Told]
    cast: Cast


def trace(sheet: Sheet, devices: list[Device]) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
    """The statements of a page in the order of their words, and the actors that take part in them."""
    told, cast = follow(sheet, devices)
    return tuple(statement(sheet, one) for one in told), actors(sheet, partakers(sheet, told, cast, ()))


def follow(sheet: Sheet, devices: list[Device]) -> Traced:
    """Who said what through whom, for whoever needs the players as well."""
    tracer = _Tracer(sheet)
    for device in devices:
        tracer.take(device)
    tracer.told.sort(
        key=lambda told: (told.device.content.span.start, -told.device.content.span.end, told.device.sort != "closing")
    )
    return Traced(tracer.told, tracer.cast)


class _Tracer:
    """Reads devices in order and keeps what continues: the last speakers and the links before them."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.cast = Cast(sheet)
        self.told: list[Told] = []
        self.subjects = Subjects(sheet, self.cast)
        self.publisher = family(sheet.heading.outlet) if sheet.heading.outlet else ""

    def take(self, device: Device) -> None:
        """Add the statement that `device` reports."""
        at = device.cue[0] if device.cue else device.content.first
        outer = self._outer(device, at)
        inside = outer is not None and (is_clause(self.sheet, outer.device) or is_of_noun(self.sheet, device, at))
        nested = inside and not contrasts(self.sheet, at)
        told = Told(
            device, at, outer, nested, bisect_right(self.sheet.page.breaks, at), words_of_source(self.sheet, device)
        )
        passed = passed_by(self.sheet, device)
        if passed is not None:
            # ذكرت الصحيفة نقلا عن مسؤول أن: two links of one statement.
            told.speaker = self.cast.at(passed[1])
            self._relay_from(told, [self.cast.at(passed[0], device.form)], passed[0], "chains.relay")
        else:
            speaker = self._speaker(device, told)
            if speaker is None:
                return
            told.speaker = speaker
            if device.sort == "closing" and self._close_over(told):
                return
            self._links(told, device)
        if not told.speaker.named and device.source is not None and told.speaker.asked is None:
            told.speaker.asked = find_veil(self.sheet, device.source)
        if device.sort == "opening" and self.told and self.told[-1].device.content.first == device.content.first:
            # قال الوزير وفقا لرويترز "...", مضيفا: he goes on, not who passed on his words.
            if told.speaker.kind in ("outlet", "account"):
                self._put_before(self.told[-1], [told.speaker], device.source, "chains.closing_relay")
            self.told.insert(-1, told)
            return
        place = self._before_those_inside(told)
        self.told.insert(place, told)
        if told is self.told[-1]:
            self.cast.heard(told.speaker, at)

    def _before_those_inside(self, told: Told) -> int:
        """Where a statement stands among those told: an outlet that closes a saying stands before it.

        قال الوزير إن الجسر فتح، وفق رويترز. وأضاف: he goes on, not who passed on his words.
        """
        place = len(self.told)
        if told.device.sort != "closing" or told.speaker.kind not in ("outlet", "account"):
            return place
        content = told.device.content
        while place and content.first <= self.told[place - 1].at < content.end:
            place -= 1
        return place

    def _outer(self, device: Device, at: int) -> Told | None:
        """The statement in whose words the device stands."""
        if device.sort in ("closing", "opening"):
            return None
        for told in reversed(self.told[-8:]):
            content = told.device.content
            if content.first <= at < content.end and told.device.sort != "closing":
                return told
        return None

    def _speaker(self, device: Device, told: Told) -> Player | None:
        if told.source is not None:
            phrase = take_apart(self.sheet, told.source[0], told.source[1])
            if not is_addressed(self.sheet, device, phrase):
                # ونقلت الوكالة عن فلان: the verb agrees with the agency, and tells nothing of him.
                return self.cast.who(phrase, None if device.relayed else device.form)
            told.source = None
        return self.subjects.left_out(device, told, self.told)

    def _close_over(self, told: Told) -> bool:
        """Let a closing account take in the statements of the clause it governs; True where it adds none of its own."""
        device = told.device
        content = device.content
        inner = [
            t
            for t in self.told[-8:]
            if content.first <= t.at < content.end or content.first <= t.device.content.first < content.end
        ]
        same = [t for t in inner if t.speaker is told.speaker]
        outlets = self._relay(device) if device.relayed else self._outlets(device)
        if same:
            for t in same:
                if outlets:
                    self._put_before(
                        t, outlets, device.relay or device.via, "chains.relay" if device.relayed else "chains.told_to"
                    )
            return True
        if self._tells_of_others(device, told.speaker):
            self._nest_in(told, inner)
        return False

    def _tells_of_others(self, device: Device, speaker: Player) -> bool:
        """Whether he whose account closes a clause told what others say in it, too: not a plan, a clock or a law."""
        if speaker.kind in ("outlet", "account") or device.source is None:
            return device.source is not None
        head = self.sheet.tokens[device.source[0]].head
        if head is not None and head.kind == "document":
            # بحسب بيان الوزارة, وفق تقارير إعلامية; what a report of others' is cited for was said by who cites it.
            words = range(*device.source)
            return speaker.kind != "document" or any(
                self.sheet.tokens[k].folded in group("of_the_press") for k in words
            )
        titled = self.sheet.tokens[device.source[0]].title is not None or device.source[0] in self.sheet.name_end
        return titled or head is not None or is_source_like(self.sheet, device.source[0])

    def _nest_in(self, told: Told, inner: list[Told]) -> None:
        """Put who closes the clause before those who speak in it; an outlet that does brought his words itself."""
        for t in inner:
            if t.outer is not None and t.outer in inner:
                t.before = [*t.outer.before, (t.outer.speaker, None, "chains.nested")]
            elif t.speaker.kind == "outlet" and told.speaker.kind not in ("outlet", "account"):
                # ذكرت الوكالة أن ..., وفقا لمسؤولين
                self._put_before(told, [t.speaker], t.device.source, "chains.nested")
            else:
                self._put_before(t, [told.speaker], told.device.source, "chains.closing_relay")

    def _outlets(self, device: Device, source: Words | None = None) -> list[Player]:
        """The outlets to which the words were said, or which received them in writing."""
        words = self._outlet_words(device)
        if words is not None and is_employer(self.sheet, words, source or device.source):
            # المدير العام لشبكة الجزيرة، فلان، لرويترز
            behind = max(words[1], (source or device.source or words)[1])
            words = told_behind(self.sheet, behind, device.content.first)
        if words is None:
            return []
        found = []
        for part in joined_outlets(self.sheet, words):
            phrase = outlet_phrase(self.sheet, part[0], part[1], again=False)
            if (
                (phrase.lone and not self.cast.outlets)
                or phrase.key in source_words().platforms
                or not surely(self.sheet, part[0], part[1])
            ):
                continue
            found.append(self.cast.who(phrase))
        return found

    def _outlet_words(self, device: Device) -> tuple[int, int] | None:
        if device.source is not None:
            head = self.sheet.tokens[device.source[0]].head
            if head is not None and head.kind == "document":
                # تقرير للوكالة: the outlet made it; وثيقة اطلعت عليها الوكالة came through it.
                return received_by(self.sheet, device)
            if device.via is None and is_addressee(self.sheet, device):
                return device.source
        return device.via or received_by(self.sheet, device) or told_to(self.sheet, device)

    def _links(self, told: Told, device: Device) -> None:
        """Whom the statement came through: its relay or outlet, the words it is nested in, the saying it continues."""
        if device.relayed:
            # نقلت الوكالة عن فلان قوله لقناة: two outlets passed it on.
            told_first = self._outlets(device) if device.via and device.sort == "relay" else []
            self._relay_from(told, [*self._relay(device), *told_first], device.relay, "chains.relay")
            return
        outlets = self._outlets(device, told.source)
        if outlets:
            received = device.via is None and received_by(self.sheet, device) is not None
            self._relay_from(
                told, outlets, self._outlet_words(device), "chains.received" if received else "chains.told_to"
            )
        elif told.outer is not None and not told.is_nested:
            told.before = list(told.outer.before) if told.outer.speaker is told.speaker else []
        elif told.outer is not None and told.outer.speaker is not told.speaker:
            told.before = [*told.outer.before, (told.outer.speaker, None, "chains.nested")]
        elif told.outer is not None:
            told.before = list(told.outer.before)
        else:
            previous = self._previous(told.speaker)
            if previous is not None and previous.before and self._continues(told, previous):
                told.before = [(player, None, "chains.continued") for player, _, _ in previous.before]

    def _relay_from(self, told: Told, players: list[Player], words: tuple[int, int] | None, rule: str) -> None:
        """Put those who passed it on before the speaker, and whoever told of them before these."""
        for player in players:
            if player.kind == "outlet":
                self.cast.passed_on(player)
        self._put_before(told, players, words, rule)
        if (
            told.outer is not None
            and told.is_nested
            and told.outer.speaker is not told.speaker
            and told.outer.speaker not in players
        ):
            told.before = [*told.outer.before, (told.outer.speaker, None, "chains.nested"), *told.before]

    def _previous(self, speaker: Player) -> Told | None:
        for told in reversed(self.told[-_RECENT:]):
            if told.speaker is speaker:
                return told
        return None

    def _continues(self, told: Told, previous: Told) -> bool:
        """Whether the link that brought the speaker's last words brought these too."""
        device = told.device
        near = previous.outer is None or told.paragraph == previous.paragraph
        if told.source is None and (near or device.sort != "participle"):
            return True
        if self.subjects.is_spokesman(previous.before[-1][0]):
            return True
        if told.source is None:
            # قال شاهد إن الجيش طلب ...; paragraphs later the army speaks for itself: مبررا أن
            return False
        if not told.speaker.named and any(self.sheet.tokens[i].flags & Is.AGAIN for i in range(*told.source)):
            # وأكدت المصادر ذاتها: who brought them before brings them still.
            return True
        if previous.outer is not None or device.sort == "colon":
            return False
        afresh = any(i in self.sheet.name_end for i in range(*told.source))
        if device.sort in ("closing", "opening"):
            return not afresh or (told.paragraph == previous.paragraph and previous is self.told[-1])
        if told.paragraph == previous.paragraph or not afresh:
            return True
        lemma = device.form.verb.lemma if device.form else ""
        return fold(lemma) in source_words().goes_on and previous is self.told[-1]

    def _relay(self, device: Device) -> list[Player]:
        if device.relay is not None:
            parts = joined_outlets(self.sheet, device.relay)
            return [self.cast.at(part, device.form) for part in parts]
        last = next(reversed(self.cast.outlets), None)
        if last is not None and (device.form is None or device.form.gender != "m" or last.gender != "f"):
            return [last]
        last = next((p for p in reversed(self.cast.spoke)), last)
        return [last] if last is not None else []

    def _put_before(self, told: Told, players: list[Player], words: tuple[int, int] | None, rule: str) -> None:
        span = self._span(words)
        known = {id(player) for player, _, _ in told.before}
        fresh = [
            p
            for p in players
            if id(p) not in known and p is not told.speaker and not self._is_publisher(p) and not _is_bulletin(p)
        ]
        told.before = [*[(player, span, rule) for player in fresh], *told.before]

    def _is_publisher(self, player: Player) -> bool:
        return player.kind == "outlet" and bool(self.publisher) and player.key == self.publisher

    def _span(self, words: tuple[int, int] | None) -> Span | None:
        return self.sheet.page.span(words[0], words[1]) if words else None


def _is_bulletin(player: Player) -> bool:
    """Whether it is only the paper on which something stood: ونقل بيان عن الرئاسة."""
    return player.kind == "document" and not player.named and player.head == "بيان"
