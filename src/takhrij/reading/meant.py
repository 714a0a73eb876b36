"""Who is meant by the words of a deed, and where a pronoun or nothing stands for them."""

from bisect import bisect_left

from takhrij.lexicon.event_words import group
from takhrij.reading.agreeing import agrees, can_be_subject, can_suffer, disagrees
from takhrij.reading.arrests import Arrests
from takhrij.reading.contents import Contents
from takhrij.reading.links import Told
from takhrij.reading.players import Player
from takhrij.reading.pronouns import Named, is_subject_of, last_first, may_be_meant, named_last
from takhrij.reading.sourced import (
    is_killed,
    is_of_man_told_of,
    is_of_source,
    is_source_only,
    may_mean_teller,
    post_before_occasion,
    teller,
    tells_of_another,
)
from takhrij.reading.speakers import Cast
from takhrij.reading.states import States
from takhrij.rules.events.antecedents import hung
from takhrij.rules.events.deed import Deed
from takhrij.rules.events.own import said_of
from takhrij.rules.statements.sheet import Is, Range, Sheet
from takhrij.rules.statements.tokens import tokens

_RECENT = 10
_WITHIN = 60
# So many words behind the occasion with which a sentence begins its verb may stand.
_OPENING = 24
# What is said of whoever the sentence is about, though the noun does not name him: بعد زيارة إلى تونس.
# لقاؤنا, قواتي
_OURS = (
    "نا",
    "ي",
)
_CIRCUMSTANCE = "events.circumstance"
_PLACE = "place"
_PAIR = 2
_OTHERS = 3
_HER = "ها"
_HIM = "ه"
# So many words behind goods it is told whose they are.
_OF_GOODS = 9
_EXPEL = "expel"
_DESTROY = "destroy"
_AND_THE = "وال"
_DIPLOMAT = "دبلوماسي"
_SAID = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"])
_PERSONAL = frozenset(["CONSULT", "SANCTION"])
_GOES_ON = frozenset(["CONSULT", "SANCTION", "REQUEST", "THREATEN"])


class Meant:
    """The parties of deeds as players of the report; `in_order` are its statements as they stand, with `contents`."""

    def __init__(self, sheet: Sheet, told: list[Told], cast: Cast) -> None:
        self._sheet = sheet
        self._told = told
        self._cast = cast
        self._states = States(sheet, cast)
        self.contents = Contents([(one.device.content.first, one.device.content.end) for one in told])
        self.in_order = sorted(told, key=lambda one: one.at)
        self._told_at = [one.at for one in self.in_order]
        self._speaker = {one.at: one for one in told if one.device.cue is not None}
        self._recent: list[tuple[int, str, Player]] = []
        self._known: dict[Range, Player] = {}
        self._arrests = Arrests()

    def parties(self, deed: Deed) -> tuple[list[Player], list[Player]]:
        """The actors and the recipients of a deed."""
        actor = self._players(deed.actor)
        recipient = self._players(deed.recipient)
        i = deed.words[0]
        told = self._speaker.get(i) or self._speaker.get(deed.verb)
        nation = self._states.of_adjective(deed.nation) if deed.nation >= 0 and not actor else None
        if nation is not None:
            actor = [nation]
        elif (
            told is not None
            and told.speaker not in recipient
            and (deed.left_out or (len(actor) == 1 and deed.by_verb and is_of_source(told, deed)))
        ):
            actor = self._of_many(deed, told.speaker) or [told.speaker]
        elif deed.suffers:
            recipient = [one for one in self._left_out(deed) if can_be_subject(one, deed) and can_suffer(one, deed)]
            recipient = [one for one in recipient if not (is_killed(deed) and self._tells(one, i))]
        elif deed.left_out:
            actor = [player for player in self._left_out(deed) if self._may_be_meant(player, deed)]
            actor = [player for player in actor if player not in recipient]
            actor = actor or teller(self._statement_at(deed.words[0]), deed, recipient)
        if deed.whose:
            meant = self._pronoun(deed, actor)
            if deed.whose == "actor":
                actor = actor or meant
            else:
                recipient = recipient or meant
        actor = self._arrests.by_whom(deed, actor)
        recipient = self._arrests.of_whom(deed, recipient)
        if deed.trigger.type == "SANCTION":
            recipient = self._struck(deed, actor, recipient)
        for role, players in (("actor", actor), ("recipient", recipient)):
            self._recent += [(i, role, player) for player in players]
        return actor, recipient

    def _tells(self, player: Player, i: int) -> bool:
        """Whether the player says what stands at word `i`."""
        inner = self._statement_at(i)
        return inner is not None and inner.speaker is player

    def _of_many(self, deed: Deed, speaker: Player) -> list[Player]:
        """Those whom a verb of many means that names none, where its source is one: تظاهر المئات | ودعوا إلى."""
        sense = deed.sense
        if not deed.left_out or sense.noun or sense.person != _OTHERS or sense.number == 1 or speaker.number > 1:
            return []
        if speaker.kind in ("people", "public"):
            return []
        return [one for one in self._left_out(deed) if one.number > 1 or one.kind == "people"]

    def _struck(self, deed: Deed, actor: list[Player], recipient: list[Player]) -> list[Player]:
        """The state that is meant where its diplomats are expelled or its goods taxed: رسوم على بضائع تركية."""
        if deed.trigger.mode == _EXPEL and len(recipient) == 1 and recipient[0].number > 1 and deed.recipient:
            first, end = deed.recipient[0]
            diplomats = any(token.folded.startswith(_DIPLOMAT) for token in self._sheet.tokens[first:end])
            state = self._states.first_in(first, end) if diplomats and not recipient[0].named else None
        elif not recipient:
            tokens = self._sheet.tokens
            goods = (k for k in range(deed.words[1], deed.end) if tokens[k].folded in group("goods"))
            first = next(goods, deed.end)
            state = self._states.first_in(first, min(deed.end, first + _OF_GOODS))
        else:
            return recipient
        return [state] if state is not None and state not in actor else recipient

    def _may_be_meant(self, player: Player, deed: Deed) -> bool:
        """Whether the player can be the subject that is left out: nobody speaks of himself as of another."""
        if not can_be_subject(player, deed):
            return False
        if (player.kind == "outlet" or is_source_only(player)) and deed.trigger.type not in _SAID:
            # Who only carries the news takes no part in it.
            return False
        inner = self._statement_at(deed.words[0])
        if inner is None or inner.speaker is not player or inner.device.cue is None:
            return True
        return not tells_of_another(self._sheet, deed)

    def doers(self, deed: Deed) -> list[Player]:
        """Those who are named as its actors, by an adjective of their nation at least."""
        nation = self._states.of_adjective(deed.nation) if deed.nation >= 0 else None
        return self._players(deed.actor) or ([nation] if nation is not None else [])

    def others(self, deed: Deed, taken: list[Player]) -> list[Player]:
        """Those who are present beside the two."""
        return [player for player in self._players(deed.others) if player not in taken]

    def _players(self, parts: tuple[Range, ...]) -> list[Player]:
        found: list[Player] = []
        for words in parts:
            if len(fellows := self._states.fellows(words)) == _PAIR:
                found += [state for state in fellows if state not in found]
                continue
            player = self._known.get(words) or self._states.side(words)
            if player is None:
                player = self._known[words] = self._cast.at(words)
                if player.name.startswith(_AND_THE) and tokens()[player.name.split()[0][1:]].head is not None:
                    # بين إيران | والدول العظمى
                    player.name = player.name[1:]
            player = self._states.instead(player)
            if self._is_not_teller(words, player):
                player = self._known[words] = Player(self._sheet.page.words[words[0]], "person", False)
            if player not in found and player.name:
                found.append(player)
        return found

    def _is_not_teller(self, words: Range, player: Player) -> bool:
        """Whether "the man" of whom somebody tells was taken for who tells it: قال المدعي إن | الرجل | أقدم على قتل."""
        if not is_of_man_told_of(self._sheet, words):
            return False
        inner = self._statement_at(words[0])
        return is_source_only(player) or (inner is not None and inner.speaker is player)

    def _left_out(self, deed: Deed) -> list[Player]:
        """The subject that the verb leaves out: the speaker's own, or that of the verb before it."""
        i = deed.words[0]
        if deed.sense.person == 1 or deed.of_speaker:
            inner = self._statement_at(i)
            if inner is not None:
                state = self._states.of_speaker(inner.speaker) if deed.of_country else None
                his = said_of(self._sheet, i)
                form = inner.device.form
                of_him = form is not None and form.gender == "m" and his == _HER and inner.speaker.kind == "person"
                if state is None and his and (disagrees(inner.speaker, his) or of_him or is_killed(deed)):
                    # قالت الشرطة إنه قتل
                    found = self._named_before(i, [inner.speaker], his) or self._last_of(i, inner.speaker, his)
                    return found if deed.suffers else self._state_told_of(inner, i) if of_him else []
                return [state or inner.speaker]
            if not deed.of_speaker:
                return []
        first, _ = self._sheet.sentence(i)
        spoke = self._spoken_between(first, i)
        near = [(at, role, player) for at, role, player in self._recent[-_RECENT:] if first <= at < i]
        if (deed.sense.passive or (deed.suffers and deed.of_speaker)) and near and near[-1][1] == "recipient":
            # اعتقلت الشرطة الناشط وأحيل إلى المحكمة
            return [player for at, role, player in near if at == near[-1][0] and role == "recipient"]
        acted = [(at, player) for at, role, player in near if role == "actor"]
        if spoke is not None and (not acted or spoke.at >= acted[-1][0]):
            if not self._is_inside(spoke, i) or deed.rule == _CIRCUMSTANCE:
                return [spoke.speaker]
        if acted:
            last = acted[-1][0]
            found = [player for at, player in acted if at == last]
            return found if any(can_be_subject(player, deed) for player in found) else self._done_to(deed, near)
        if deed.trigger.type not in _PERSONAL and i != deed.verb:
            return []
        gone_on = [player for player in self._players(deed.topic) if can_be_subject(player, deed)]
        if i == deed.verb and gone_on and deed.topic[0][0] >= first:
            return gone_on
        return self._topic(deed, first, i) or self._of_previous(deed, first) or gone_on

    def _done_to(self, deed: Deed, near: list[tuple[int, str, Player]]) -> list[Player]:
        """The person to whom something was done last, who may be the subject: سلمت السلطات الناشط بعد أن | زار."""
        found = [one for _, role, one in near if role == "recipient" and one.kind == "person" and one.named]
        return found[-1:] if found and can_be_subject(found[-1], deed) else []

    def _of_previous(self, deed: Deed, first: int) -> list[Player]:
        """Who did or said something last in the sentence before, where a verb opens its own: كما التقى القادة."""
        i = deed.words[0]
        if deed.trigger.type not in _GOES_ON or i - first > 1 or i != deed.verb:
            return []
        if not deed.recipient or deed.recipient[0][0] != i + 1:
            return []
        while first > 0 and self._sheet.tokens[first - 1].flags & (Is.BREAK | Is.STOP):
            first -= 1
        low = self._sheet.sentence(first - 1)[0] if first else 0
        acted = [
            (at, player)
            for at, role, player in self._recent[-_RECENT:]
            if role == "actor" and low <= at < first and self.contents.innermost(at) is None
        ]
        spoke = self._spoken_between(low, first)
        while spoke is not None and spoke.outer is not None:
            spoke = spoke.outer
        if spoke is not None and spoke.speaker.kind != "outlet":
            acted.append((spoke.at, spoke.speaker))
        if not acted:
            return []
        player = max(acted, key=lambda one: one[0])[1]
        gender = player.gender or ("m" if player.kind == "person" else "")
        return [player] if player.number == 1 and gender in (deed.sense.gender, "") else []

    def _state_told_of(self, inner: Told, i: int) -> list[Player]:
        """The state that a man tells of before word `i`: قال: إيران تزعزع المنطقة. إنها | تدعم الجماعات."""
        state = self._states.named_before(i, inner.device.content.first)
        return [state] if state is not None else []

    def _last_of(self, i: int, speaker: Player, pronoun: str) -> list[Player]:
        """Who took part last before word `i` and agrees with the pronoun, but does not speak."""
        for at, _, player in reversed(self._recent[-_RECENT:]):
            if i - at <= _WITHIN and player is not speaker and player.kind != "outlet" and agrees(player, pronoun):
                return [player]
        return []

    def _topic(self, deed: Deed, first: int, i: int) -> list[Player]:
        """Whom the sentence is about: the first person or body that it names before word `i`."""
        kinds = self._sheet.name_kind
        for k in range(first, i):
            acts = kinds.get(k) == _PLACE and k == first + 1 and self._is_of_her(k, deed)
            if acts or (k in kinds and kinds[k] in ("person", "organization")):
                return self._players(((k, self._sheet.name_end[k]),))
        return []

    def _is_of_her(self, k: int, deed: Deed) -> bool:
        """Whether the state at word `k` is the subject of the verb before it, and may be that of the deed."""
        if deed.sense.gender != "f" or self._sheet.name_skip.get(k):
            return False
        return self._states.named_at(k) is not None

    def _is_inside(self, told: Told, i: int) -> bool:
        return told.device.content.first <= i < told.device.content.end

    def _statement_at(self, i: int) -> Told | None:
        number = self.contents.innermost(i)
        return None if number is None else self._told[number]

    def _spoken_between(self, first: int, i: int) -> Told | None:
        """The last statement that is told from word `first` on and before word `i`."""
        k = bisect_left(self._told_at, i) - 1
        if k < 0 or self._told_at[k] < first:
            return None
        return self.in_order[bisect_left(self._told_at, self._told_at[k])]

    def _pronoun(self, deed: Deed, actor: list[Player]) -> list[Player]:
        """Whom a pronoun means: the last one named before it that agrees."""
        i = deed.words[0]
        pronoun = deed.sense.pronoun or hung(self._sheet, deed)
        ahead = self._named_next(deed, pronoun) if deed.whose == "actor" and deed.sense.noun else None
        if ahead is not None:
            return [ahead]
        if (post := post_before_occasion(self._sheet, deed)) is not None:
            return self._players((post,))
        if deed.rule == _CIRCUMSTANCE and (near := self._addressed(deed, actor, pronoun)):
            return near
        inner = self._statement_at(i)
        own = self._of_told(inner, deed, actor, pronoun)
        if own is not None:
            return [own]
        if pronoun in _OURS:
            return [inner.speaker] if inner is not None else []
        if deed.trigger.mode == _DESTROY and deed.whose == "recipient":
            # اعتراض الصاروخ وتدميره: a thing
            return []
        low = self._sheet.sentence(i)[0]
        k, named = named_last(self._named_of(deed, inner) if pronoun else [], deed, pronoun, actor)
        for at, role, player in last_first(self._recent, deed, pronoun):
            if at < (k if role == "actor" else min(k, low)) and not self._took_part(named):
                return named
            if i - at > _WITHIN or not may_be_meant(player, deed, pronoun, actor):
                continue
            if role == "actor" and deed.whose == "recipient" and is_subject_of(self._sheet, at, deed):
                continue
            return [player]
        if named:
            return named
        speaker = inner.speaker if inner is not None and not is_source_only(inner.speaker) else None
        if speaker is not None and speaker not in actor and agrees(speaker, pronoun) and not is_killed(deed):
            return [speaker]
        last = self._spoken_between(max(0, i - _WITHIN), i) if deed.trigger.type == "CONSULT" else None
        spoke = [last.speaker] if last is not None and last.speaker.kind == "person" else []
        spoke = [player for player in spoke if player not in actor and agrees(player, pronoun)]
        return self._named_before(i, actor, pronoun) or spoke or self._told_of_before(i, actor, pronoun)

    def _told_of_before(self, i: int, actor: list[Player], pronoun: str) -> list[Player]:
        """The one person whom the sentence before word `i` names: سافر الرئيس فلان. | ويتهمه منتقدوه."""
        end = self._sheet.sentence(i)[0]
        if pronoun != _HIM or not end or self._sheet.tokens[end - 1].flags & Is.BREAK:
            return []
        first = self._sheet.sentence(end - 1)[0]
        named = [k for k in range(first, end) if self._sheet.name_kind.get(k) == "person"]
        found = self._players(tuple((k, self._sheet.name_end[k]) for k in named))
        return found if len(found) == 1 and found[0] not in actor and agrees(found[0], pronoun) else []

    def _took_part(self, players: list[Player]) -> bool:
        return any(one in players for _, _, one in self._recent[-_RECENT:])

    def _named_of(self, deed: Deed, inner: Told | None) -> list[Named]:
        """Those who are named before the pronoun in its sentence, in what is said if somebody says it."""
        first = inner.device.content.first if inner is not None else 0
        return [(some[0][0], self._players(some)) for some in deed.preceding if some and some[0][0] >= first]

    def _of_told(self, inner: Told | None, deed: Deed, actor: list[Player], pronoun: str) -> Player | None:
        """The man who tells it, where what he says has named nobody before: قال فلان إن الرئيس طلب منه, إن اجتماعه."""
        if inner is None or pronoun != _HIM or inner.speaker in actor or not may_mean_teller(inner, deed):
            return None
        first = inner.device.content.first
        met = any(first <= at < deed.words[0] and player not in actor for at, _, player in self._recent[-_RECENT:])
        return inner.speaker if not met and agrees(inner.speaker, pronoun) else None

    def _addressed(self, deed: Deed, actor: list[Player], pronoun: str) -> list[Player]:
        """Whom إياه means: who took part last in its sentence, else who is named last: مع قطر، مطالبة إياها."""
        i = deed.words[0]
        first, _ = self._sheet.sentence(i)
        for at, role, player in reversed(self._recent[-_RECENT:]):
            if at < first or role == "actor":
                continue
            if player not in actor and player.kind != "outlet" and agrees(player, pronoun):
                return [player]
        state = self._states.named_before(i, first + 1, actor) if pronoun == _HER else None
        return [state] if state is not None else self._named_before(i, actor, pronoun)

    def _named_next(self, deed: Deed, pronoun: str) -> Player | None:
        """Whoever speaks right behind the occasion with which a sentence begins: وخلال لقائه بالسفير أكد | الوزير."""
        i, (first, end) = deed.words[0], self._sheet.sentence(deed.words[0])
        if i > first + 1 or self._sheet.tokens[first].folded.removeprefix("و") not in group("occasions_of"):
            return None
        k = bisect_left(self._told_at, deed.words[1])
        one = self.in_order[k] if k < len(self.in_order) else None
        source = one.source if one is not None and one.at < min(end, i + _OPENING) else None
        if one is None or source is None or source[0] <= one.at:
            return None
        told_of = any(one.speaker is player for player in self._players(deed.recipient))
        return one.speaker if not told_of and agrees(one.speaker, pronoun) else None

    def _named_before(self, i: int, actor: list[Player], pronoun: str) -> list[Player]:
        """The last person or body named before word `i` in its sentence."""
        kinds = self._sheet.name_kind
        for k in range(i - 1, self._sheet.sentence(i)[0] - 1, -1):
            if k in kinds and kinds[k] in ("person", "organization"):
                found = self._players(((k, self._sheet.name_end[k]),))
                if found and found[0] not in actor and (not pronoun or agrees(found[0], pronoun)):
                    return found
        return []
