"""When an event happened: the time in its clause, else that of the saying of which it is made, else of the sentence."""

from bisect import bisect_left
from collections.abc import Sequence

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import triggers
from takhrij.model.dates import days_of
from takhrij.model.time import Time
from takhrij.reading.contents import Contents
from takhrij.reading.links import Told
from takhrij.reading.players import Player
from takhrij.rules.events.arguments import behind_all
from takhrij.rules.events.deed import Deed
from takhrij.rules.events.places import WORDS_ONLY
from takhrij.rules.events.traits import is_in
from takhrij.rules.statements.sheet import Is, Sheet

# So many sayings before an act of speech are looked at for the day on which its speaker spoke.
_SAYINGS = 16
# A time before the trigger is further than one as near behind it.
_BEFORE = 4
# Who tells of talks has held them before.
_TALKS = frozenset(["CONSULT", "COOPERATE"])
_SINCE = "منذ"
# انتخابه, توليها
_HIS = (
    "ه",
    "ها",
    "هم",
)
_YEAR = "2019"
_DAY = "2019-05-09"
_MONTH = "2019-05"
# So many words a relative pronoun may stand before the time of its clause.
_RELATIVE = 7
_CLAUSE = 4


class Days:
    """The times of one report, and which of them is a deed's; `told` are its statements in their order."""

    def __init__(self, sheet: Sheet, told: Sequence[Told], contents: Contents, times: Sequence[Time]) -> None:
        self._sheet = sheet
        self._times = {sheet.page.words_in(time.span)[0]: time.value for time in times}
        self._at = sorted(self._times)
        self._told = told
        self._contents = contents
        self._told_at = [one.at for one in told]

    def of(self, deed: Deed, actor: Sequence[Player]) -> str | None:
        """The time nearest to the trigger in its clause, if nothing nearer has it for itself."""
        if not self._at:
            return None
        i = deed.words[0]
        near = [at for at in self._between(deed.begin, max(deed.end, i + 1)) if self._is_its_own(deed, at)]
        if near:
            return self._times[min(near, key=lambda at: abs(at - i) + (_BEFORE if at < i else 0))]
        return self._of_saying(deed) or self._of_speaker(deed, actor) or self._of_sentence(deed)

    def of_lead(self, players: Sequence[Player]) -> str | None:
        """The first day that the body's first sentence tells, if one of the players is named there."""
        page = self._sheet.page
        k = bisect_left(page.starts, self._sheet.heading.body.start)
        if k >= len(page.words) or not self._at:
            return None
        first, end = self._sheet.sentence(k)
        if not any(first <= words[0] < end for player in players for words in player.mentions):
            return None
        at = self._between(first, end)
        day = self._times[at[0]] if at else ""
        return day if len(day) == len(_DAY) else None

    def within(self, first: int, end: int) -> str | None:
        """The first time between words `first` and `end`."""
        at = self._between(first, end)
        return self._times[at[0]] if at else None

    def _between(self, first: int, end: int) -> list[int]:
        return self._at[bisect_left(self._at, first) : bisect_left(self._at, end)]

    def _is_its_own(self, deed: Deed, at: int) -> bool:
        """Whether the time at word `at` is no other act's: إذا التقيا الشهر المقبل, عن فشل اجتماع | الأسبوع الماضي."""
        tokens, i = self._sheet.tokens, deed.words[0]
        first, end = (deed.words[1], at) if at > i else (at + 1, i)
        if self._is_to_come(deed, at) or self._is_of_telling(at, first, end) or self._is_of_election(at):
            return False
        only_said = at > i and deed.trigger.type in WORDS_ONLY and not self._is_asked_then(deed, at)
        if at > i and tokens[at - 1].flags & Is.COMMA:
            return True
        if self._is_of_relative(deed, at) or (only_said and self._is_told_of(deed, at)):
            return False
        since = tokens[at - 1].folded == _SINCE
        if since and at < i and deed.status == "happened" and deed.sense.before:
            # وتضاعف العدد منذ 17 مارس، ودعا المكتب
            return False
        if deed.status != "ongoing" and len(self._times[at]) == len(_YEAR) and self._is_since(at):
            return False
        if at > i and self._is_since_his(i, at):
            return False
        senses = triggers()
        for k in range(first, end):
            token = tokens[k]
            if token.folded in group("dealt") and deed.trigger.type != "AGREE":
                return False
            if token.folded in group("another_time") or (since and token.flags & Is.RELATIVE):
                return False
            if only_said and (found := senses[self._sheet.page.words[k]]) is not None and found[0].noun:
                return False
        return True

    def _is_of_relative(self, deed: Deed, at: int) -> bool:
        """Whether a relative clause of something else than the event has the time: الانتخابات التي جرت يوم 20 مايو."""
        i, end = deed.words[0], self._sheet.time_end.get(at, at + 1)
        if at < i and not self._ends_clause(end, deed):
            # الاشتباكات التي دارت يوم الخميس وأدت إلى مقتل: still the same clause.
            return False
        for k in range(at - 1, max(at - _RELATIVE, self._sheet.sentence(at)[0]) - 1, -1):
            if k == i or self._sheet.tokens[k].flags & Is.COMMA:
                return False
            if self._sheet.tokens[k].flags & Is.RELATIVE:
                # مقتل الضابط الذي كان سيبلغ الأربعين في أبريل: of him.
                victim = deed.sense.noun and deed.trigger.of == "recipient" and bool(deed.recipient)
                return not i < k <= i + _CLAUSE or (victim and i < deed.recipient[-1][1] <= k)
        return False

    def _ends_clause(self, end: int, deed: Deed) -> bool:
        """Whether a clause ends at word `end`: at a comma, or before the verb: من خلفته عام 2015 | تواجه انتقادات."""
        if end >= len(self._sheet.tokens):
            return False
        return bool(self._sheet.tokens[end].flags & Is.COMMA) or (end == deed.verb and not deed.sense.before)

    def _is_of_telling(self, at: int, first: int, end: int) -> bool:
        """Whether the month or year at word `at` is that of a text that tells it: بحسب تقرير للوكالة في نوفمبر."""
        if len(self._times[at]) > len(_MONTH):
            return False
        return any(token.flags & Is.ACCORDING for token in self._sheet.tokens[first:end])

    def _is_of_election(self, at: int) -> bool:
        """Whether the year is that of an election or a cup: مرشح الانتخابات الرئاسية 2012, في انتخابات عام 2014."""
        if len(self._times[at]) != len(_YEAR):
            return False
        for k in range(at - 1, max(at - _CLAUSE, 0), -1):
            token = self._sheet.tokens[k]
            if token.folded in group("held_in_years"):
                return True
            if not (token.flags & Is.DEFINITE or token.folded in group("years") or token.folded[1:] in group("years")):
                return False
        return False

    def _is_to_come(self, deed: Deed, at: int) -> bool:
        """Whether the time lies behind the day of the report, though the verb tells what happened."""
        published = self._sheet.heading.published
        told = deed.status == "happened" and not deed.sense.noun
        span = days_of(self._times[at]) if told and published else None
        return span is not None and span[0] > str(published)[: len(_DAY)]

    def _is_asked_then(self, deed: Deed, at: int) -> bool:
        """Whether a day that is over is that of the asking, since what is asked for is to come: طلبت سراحه أمس."""
        published, day = self._sheet.heading.published, self._times[at]
        over = bool(published) and len(day) == len(_DAY) and day < str(published)[: len(_DAY)]
        if not over or deed.trigger.type not in _TO_COME:
            return False
        found = (triggers()[self._sheet.page.words[k]] for k in range(deed.words[1], at))
        frames = (senses[0].frame for senses in found if senses is not None)
        return not any(frame.trigger.type == _ATTACK and not frame.follows for frame in frames)

    def _is_since_his(self, i: int, at: int) -> bool:
        """Whether the time is that of another act of his: الزيارة الأولى منذ انتخابه في 18 مارس."""
        tokens = self._sheet.tokens
        since = next((k for k in range(at - 1, max(i, at - _RELATIVE), -1) if tokens[k].folded == _SINCE), at)
        return any(tokens[k].pronoun or tokens[k].folded.endswith(_HIS) for k in range(since + 1, min(since + 3, at)))

    def _is_since(self, at: int) -> bool:
        """Whether the year is that since which something is so: منذ 2014, منذ حرب غزة عام 2014."""
        first = max(at - _CLAUSE, self._sheet.sentence(at)[0])
        return any(token.folded == _SINCE for token in self._sheet.tokens[first:at])

    def _is_told_of(self, deed: Deed, at: int) -> bool:
        """Whether what is said tells of a month or year that is over: اتهمه بتدبير انقلاب في يوليو 2016."""
        if len(self._times[at]) > len(_MONTH) or deed.trigger.type not in _SPOKEN:
            return False
        behind = behind_all(deed.words[1], deed.recipient)
        return any(is_in(self._sheet.page.words[k]) for k in range(behind, at))

    def _of_saying(self, deed: Deed) -> str | None:
        """The day on which it was said, where the speaker does it by saying it or tells it of himself."""
        own = deed.of_speaker or deed.sense.person == 1 or deed.rule == "events.circumstance"
        if not own or deed.trigger.type in _TALKS:
            return None
        before = self._between(self._sheet.sentence(deed.words[0])[0], deed.begin)
        return next((self._times[at] for at in before if self._is_main(at)), None)

    def _is_main(self, at: int) -> bool:
        """Whether no relative clause has the time: بيان بشأن الهجوم الذي وقع في مارس."""
        for k in range(at - 1, max(at - _RELATIVE, self._sheet.sentence(at)[0]) - 1, -1):
            if self._sheet.tokens[k].flags & (Is.COMMA | Is.RELATIVE):
                return not self._sheet.tokens[k].flags & Is.RELATIVE
        return True

    def _of_speaker(self, deed: Deed, actor: Sequence[Player]) -> str | None:
        """The day on which whoever does it by speaking spoke shortly before: وأضاف: نطالب قطر."""
        if len(actor) != 1 or deed.trigger.type not in _SPOKEN or deed.status != "happened":
            return None
        i = deed.words[0]
        high = bisect_left(self._told_at, i)
        for one in reversed(self._told[max(0, high - _SAYINGS) : high]):
            if one.speaker is not actor[0]:
                continue
            first, end = self._sheet.sentence(one.at)
            content = one.device.content
            day = self.within(first, max(first, min(end, content.first))) or self.within(content.end, end)
            if day is not None:
                published = self._sheet.heading.published
                over = not published or day <= str(published)[: len(_DAY)]
                return day if over and len(day) == len(_DAY) else None
        return None

    def _of_sentence(self, deed: Deed) -> str | None:
        """The one time that its sentence tells."""
        i = deed.words[0]
        at = self._between(*self._sheet.sentence(i))
        if len(at) != 1 or not self._is_its_own(deed, at[0]) or self._is_since(at[0]):
            return None
        told_alike = self._contents.innermost(i) == self._contents.innermost(at[0])
        day = self._times[at[0]]
        return day if told_alike and deed.status == "happened" and len(day) > len(_YEAR) else None


_ATTACK = "ASSAULT"
_TO_COME = frozenset(["REQUEST", "THREATEN"])
_SPOKEN = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"])
