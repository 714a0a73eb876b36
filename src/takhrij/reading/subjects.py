"""Whom a verb without a subject means: وأضاف, مؤكدا, ونفت."""

from functools import cache

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, spelled
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.verbs import Form
from takhrij.reading.apart import take_apart
from takhrij.reading.fitting import agrees
from takhrij.reading.links import Told
from takhrij.reading.makers import maker_in
from takhrij.reading.players import Player
from takhrij.reading.posts import post_before
from takhrij.reading.speakers import Cast
from takhrij.reading.wording import roots_of_heads
from takhrij.rules.statements.device import Device
from takhrij.rules.statements.phrases import noun_phrase, source_phrase
from takhrij.rules.statements.sheet import Begins, Is, Sheet
from takhrij.rules.statements.subjects import takes_up
from takhrij.rules.statements.unsaid import says_of_himself
from takhrij.text.fold import fold

_RECENT = 12
_REACH = 40
_TOLD_LATELY = 4
# A subject that is no person's name stands soon after its verb.
_EARLY = 5
_NEAR = 3
_TAKEN_UP_WITHIN = 14
_THEY = "ون"
_FOR = "ل"
_AND = "و"
_ANOTHER_CLAUSE = Is.THAT | Is.STOP | Is.BREAK | Is.COLON


class Subjects:
    """Finds the subject that a verb or participle leaves out, among those who spoke and those the sentence names."""

    def __init__(self, sheet: Sheet, cast: Cast) -> None:
        self.sheet = sheet
        self.cast = cast

    def is_spokesman(self, player: Player) -> bool:
        """Whether the player speaks for another: what he says his chief did and said is the chief's."""
        return "متحدث" in player.posts and not source_words().palace.isdisjoint(player.posts)

    def left_out(self, device: Device, told: Told, before: list[Told]) -> Player | None:
        """The one who says what `device` reports."""
        if device.sort == "participle":
            return self._of_participle(device, told, before)
        if device.form is not None and device.form.verb.lemma in spelled("laid_down"):
            return self._document(told.at)
        if self._is_of_thing(device, told, before):
            return None
        if told.outer is not None and says_of_himself(self.sheet, told.at, device.content.first):
            return told.outer.speaker
        if self._goes_on_with_noun(told, device.form):
            return told.outer.speaker if told.outer is not None else None
        return self._himself(told, device.form) or self._of_verb(device, told, before)

    def _goes_on_with_noun(self, told: Told, form: Form | None) -> bool:
        """Whether who said a noun goes on: القيادة تكذب القناة، | وتطلب منها التحري."""
        if told.outer is None or told.is_nested or self.sheet.tokens[told.at].joined != _AND:
            return False
        return told.at > told.outer.device.content.first and _fits(told.outer.speaker, form)

    def _himself(self, told: Told, form: Form | None) -> Player | None:
        """ذكر السكان أنهم أبلغوا البلدية بأن: who says of himself what he said, for whom the pronoun of أن stands."""
        outer, tokens = told.outer, self.sheet.tokens
        if outer is None or form is None or self.is_spokesman(outer.speaker):
            return None
        first = outer.device.content.first
        that = tokens[first - 1]
        if (
            not that.flags & Is.THAT
            or that.folded.removeprefix("ب") in group("that_alone")
            or not first <= told.at < first + _EARLY
        ):
            return None
        alone = all(token.flags & (Is.AUXILIARY | Is.NEGATION) for token in tokens[first : told.at])
        return outer.speaker if alone and _fits(outer.speaker, form) else None

    def _document(self, at: int) -> Player | None:
        """The text that lays something down: مشروع قدمته الحكومة وينص على."""
        sheet = self.sheet
        for k in range(at - 1, max(0, at - _REACH) - 1, -1):
            head = sheet.tokens[k].head
            if head is not None and head.kind == "document" and not head.proclitics.strip("ول"):
                return self.cast.who(take_apart(sheet, k, max(noun_phrase(sheet, k, at), k + 1)))
        return None

    def _is_of_thing(self, device: Device, told: Told, before: list[Told]) -> bool:
        """Whether inside what somebody says a thing goes on doing something: الاتفاق يحمي المدنيين ويؤكد السلم."""
        form, outer = device.form, told.outer
        if outer is None or not told.is_nested or form is None or form.shape != "imperfect" or form.person != 3:
            return False
        if self.sheet.tokens[told.at].joined != "و" or form.number > 1:
            return False
        if form.verb.act != "showed" and form.verb.lemma not in spelled("of_things"):
            return False
        return all(t.outer is not outer for t in before[-_RECENT:])

    def _of_participle(self, device: Device, told: Told, before: list[Told]) -> Player | None:
        sentence = self.sheet.page.sentence_of
        here = sentence[told.at]
        same = [t for t in before[-6:] if sentence[t.at] == here or sentence[t.device.content.end - 1] == here]
        same = [
            t
            for t in same
            if t.device.sort != "closing"
            and (
                t.outer is None
                or t.outer.device.sort == "opening"
                or (told.outer is not None and told.at < told.outer.device.content.end)
            )
        ]
        if same:
            last = same[-1]
            chief = self._chief(last)
            if chief is not None:
                told.outer, told.is_nested = last, True
                return chief
            return last.speaker
        found = self._in_sentence(told.at, device.form)
        return found or self._of_verb(device, told, before)

    def _chief(self, told: Told) -> Player | None:
        """صرح المتحدث أن الرئيس بحث ..., مؤكدا: the president, of whom the spokesman tells."""
        if not self.is_spokesman(told.speaker):
            return None
        first = told.device.content.first
        limit = told.device.content.end
        if self.sheet.name_kind.get(first) != "person" and self.sheet.tokens[first].title is None:
            return None
        end = source_phrase(self.sheet, first, limit)
        if end == first:
            return None
        phrase = take_apart(self.sheet, first, end)
        player = self.cast.who(phrase) if phrase.kind == "person" else None
        if player is None or not player.named or player is told.speaker or player.posts.isdisjoint(_chiefs()):
            return None
        return player

    def _of_verb(self, device: Device, told: Told, before: list[Told]) -> Player | None:
        form = device.form
        recent = before[-_RECENT:]
        if recent and recent[-1].outer is not None and told.outer is None:
            last = recent[-1]
            if (
                last.outer is not None
                and self.is_spokesman(last.outer.speaker)
                and _fits(last.speaker, form)
                and last.speaker.kind == "person"
            ):
                return last.speaker
        near = self._holder_of_occasion(told, form) or (
            self._nearer(told, recent, form) if told.outer is None else self._topic_of(told, form)
        )
        return near or self._agreeing(told, recent, form)

    def _topic_of(self, told: Told, form: Form | None) -> Player | None:
        """قال إن اللجنة التي شكلت العام الماضي، أشارت إلى: the told clause begins with the subject of its verb."""
        outer = told.outer
        if outer is None or not told.is_nested or form is None:
            return None
        first = outer.device.content.first
        if not self._may_be(first) or not self._goes_on_with_topic(first, told.at):
            return None
        player = self.cast.who(take_apart(self.sheet, first, source_phrase(self.sheet, first, told.at)))
        known = player.named or player.last >= 0 or player.kind == "organization"
        return player if known and player is not outer.speaker and _fits(player, form) else None

    def _goes_on_with_topic(self, first: int, at: int) -> bool:
        """Whether the verb at word `at` is of the clause that begins with its subject at word `first`."""
        tokens = self.sheet.tokens
        if not tokens[at].joined:
            return bool(tokens[at - 1].flags & Is.COMMA)
        # أن الرئيس قدم تعازيه | وشدد على
        return tokens[at].joined == _AND and not any(token.flags & _ANOTHER_CLAUSE for token in tokens[first:at])

    def _holder_of_occasion(self, told: Told, form: Form | None) -> Player | None:
        """جاء ذلك في تغريدة للبرادعي، حيث قال: whose the occasion is with which the sentence begins."""
        sheet = self.sheet
        first = sheet.sentence(told.at)[0]
        if takes_up(sheet, told.at):
            # ونقلت القناة تصريحا لأحد المشاركين قال فيه
            places = range(told.at - 1, max(first, told.at - _TAKEN_UP_WITHIN), -1)
        elif sheet.tokens[first].folded in actor_words.group("took_place"):
            places = range(first + 1, min(first + _EARLY, told.at))
        else:
            return None
        for k in places:
            if sheet.tokens[k].flags & Is.OCCASION or sheet.tokens[k].folded.removesuffix("ا") in group("texts_said"):
                maker = maker_in(sheet, k, k + 1)
                owner = self._owner(k + 1, told.at, form) or self._owner_behind(k + 1, told.at, form)
                return owner if owner is not None or maker is None else self.cast.at(maker)
        return None

    def _owner(self, first: int, limit: int, form: Form | None) -> Player | None:
        """Who is named with ل soon behind an occasion: مؤتمر صحفي | للجبير."""
        sheet = self.sheet
        for i in range(first, min(first + _NEAR, limit)):
            token = sheet.tokens[i]
            named = sheet.name_kind.get(i) in ("person", "organization") and sheet.name_skip.get(i)
            called = (token.title is not None and token.title.proclitics == _FOR) or (
                token.folded[1:] in source_words().one_of
            )
            if token.folded[:1] != _FOR or not (named or called):
                continue
            end = sheet.name_end[i] if named else source_phrase(sheet, i, limit)
            player = self.cast.who(take_apart(sheet, i, self._with_name(i, end))) if end > i else None
            return player if player is not None and _fits(player, form) else None
        return None

    def _owner_behind(self, first: int, limit: int, form: Form | None) -> Player | None:
        """Who is named right behind an occasion: يرد على خطاب | ترامب في الأمم المتحدة، قال فيه."""
        sheet, token = self.sheet, self.sheet.tokens[first]
        named = sheet.name_kind.get(first) == "person" and not sheet.name_skip.get(first)
        # تصريح | وزير الدفاع، قال فيه, بيان | وزارة الدفاع، قالت فيه
        called = token.title is not None and not token.title.proclitics and token.title.title.kind != "honorific"
        body = token.head is not None and token.head.kind == "organization" and not token.head.proclitics
        if not (named or called or body):
            return None
        player = self.cast.who(take_apart(self.sheet, first, source_phrase(self.sheet, first, limit)))
        return player if _fits(player, form) else None

    def _agreeing(self, told: Told, recent: list[Told], form: Form | None) -> Player | None:
        outer = told.outer.speaker if told.outer is not None else None
        # بعد إعلان الرياض: who is named by the way goes on only where nobody else may.
        for t in [*(t for t in reversed(recent) if t.device.sort != "noun"), *reversed(recent)]:
            if (t.outer is None or t.outer is told.outer) and t.speaker is not outer:
                if _fits(t.speaker, form) or self._is_of_text(t, told, form):
                    return t.speaker
                if t.device.relayed and t.before and t.before[-1][0].kind == "outlet" and _fits(t.before[-1][0], form):
                    # ونقلت الصحيفة عن شهود قولهم إن ... وتابعت
                    return t.before[-1][0]
        for t in reversed(recent):
            if t.speaker is not outer and _fits(t.speaker, form):
                return t.speaker
        found = self._in_sentence(told.at, form) or self._in_previous(told.at, form)
        if found is not None:
            return found
        return recent[-1].speaker if recent else next(reversed(self.cast.spoke), None)

    def _is_of_text(self, last: Told, told: Told, form: Form | None) -> bool:
        """Whether the verb agrees with the text that told the last: وأضاف البيان أن ... وتابع أن."""
        source = last.device.source
        if last.device.content.first <= told.at <= last.device.content.end:
            # وأوضح البيان أن الوزير تحدث عن الوضع وأكد
            return False
        head = self.sheet.tokens[source[0]].head if source is not None else None
        if head is None or roots_of_heads()[head.head.forms] not in source_words().made or not last.speaker.named:
            return False
        if form is None or form.number != 1 or not self.sheet.tokens[told.at].joined:
            return False
        if fold(head.form) != fold(head.head.forms.partition(" ")[0]):
            return False
        return (form.gender == "f") == head.form.endswith(source_words().feminine_endings)

    def _nearer(self, told: Told, recent: list[Told], form: Form | None) -> Player | None:
        """The subject of this sentence or the one before it, where the last saying is farther away than that."""
        sentence = self.sheet.page.sentence_of
        here = sentence[told.at]
        if told.at - self.sheet.sentence(told.at)[0] > 3 and not any(sentence[t.at] == here for t in recent[-4:]):
            found = self._in_sentence(told.at, form)
            if found is not None:
                return found
        if self._far(told, recent):
            return self._in_sentence(told.at, form) or self._unless_running(
                self._in_previous(told.at, form), recent, form
            )
        return None

    def _unless_running(self, player: Player | None, recent: list[Told], form: Form | None) -> Player | None:
        """The body that the sentence before tells of, unless a person was speaking who may go on: وقال إن."""
        if player is None or player.kind == "person" or not recent or form is None:
            return player
        last = recent[-1].speaker
        if form.gender != "m" and last.gender != "f":
            return player
        return None if last.kind == "person" and last.named and _fits(last, form) else player

    def _far(self, told: Told, recent: list[Told]) -> bool:
        """Whether sentences stand between the last saying and this one."""
        if not recent:
            return True
        sentence = self.sheet.page.sentence_of
        # A saying told inside another may end long before it.
        last = max(t.device.content.end for t in recent[-_TOLD_LATELY:])
        return sentence[told.at] - sentence[last - 1] > 1

    def _in_sentence(self, at: int, form: Form | None) -> Player | None:
        """The first in the sentence before word `at` who can be the verb's subject."""
        return self._subject(max(self.sheet.sentence(at)[0], at - _REACH), at, form)

    def _in_previous(self, at: int, form: Form | None) -> Player | None:
        first = self.sheet.sentence(at)[0]
        while first > 0 and self.sheet.tokens[first - 1].flags & (Is.BREAK | Is.STOP):
            first -= 1
        if first == 0:
            return None
        start = self.sheet.sentence(first - 1)[0]
        return self._subject(start, min(first, start + _REACH), form)

    def _subject(self, first: int, end: int, form: Form | None) -> Player | None:
        sheet, i = self.sheet, first
        while i < end:
            if not self._may_be(i) or (i > first + _EARLY and sheet.name_kind.get(i) != "person"):
                i += 1
                continue
            stop = source_phrase(sheet, i, end)
            if stop == i:
                i += 1
                continue
            phrase = take_apart(sheet, i, self._with_name(i, stop))
            if (phrase.named or phrase.definite or i <= first + _EARLY) and phrase.kind != "document":
                player = self.cast.who(phrase)
                if _fits(player, form):
                    return player
            i = stop
        return None

    def _acts(self, i: int) -> bool:
        """Whether the country or town at word `i` is the subject of the verb that opens its sentence: وأحالت قطر."""
        first = self.sheet.sentence(i)[0]
        verb = self.sheet.tokens[first]
        if i != first + 1 or self.sheet.name_skip.get(i) or verb.flags or verb.title or verb.head:
            return False
        return verb.folded.endswith("ت")

    def _with_name(self, i: int, stop: int) -> int:
        """The end of the phrase at word `i` with the name whose post it is: وزيرة المرأة وشؤون الأسرة | فلانة."""
        sheet = self.sheet
        for k in range(stop, min(stop + 6, len(sheet.tokens))):
            if sheet.name_kind.get(k) == "person":
                return sheet.name_end[k] if post_before(sheet, k) == i else stop
        return stop

    def _may_be(self, i: int) -> bool:
        token, begins = self.sheet.tokens[i], self.sheet.begins[i]
        if begins & Begins.PLACE:
            return self._acts(i)
        if begins & Begins.NAME:
            return self.sheet.name_kind[i] in ("person", "organization") and not self.sheet.name_skip.get(i)
        if i and self.sheet.tokens[i - 1].flags & (Is.ADJUNCT | Is.OCCASION):
            return False
        if i and self.sheet.tokens[i - 1].folded.removeprefix("و") in group("before_noun"):
            # وفي مؤتمر صحفي سُئل الوزير
            return False
        if token.folded.endswith(_THEY):
            people_here = people()[self.sheet.page.words[i]]
            if people_here is not None and people_here.definite:
                # وأطلق الفلسطينيون اسما على الجمعة، مؤكدين
                return True
        if token.title is not None:
            return not token.title.proclitics.strip("و") and token.title.title.kind == "role"
        if token.head is None or token.head.proclitics.strip("و"):
            return False
        before = self.sheet.tokens[i - 1]
        opens = i == self.sheet.sentence(i)[0] or bool(before.flags & Is.AUXILIARY) or before.is_finite
        return token.head.kind == "organization" or (token.head.kind == "outlet" and opens)


@cache
def _chiefs() -> frozenset[str]:
    """The posts of those who have spokesmen."""
    return actor_words.group("chiefs")


def _fits(player: Player, form: Form | None) -> bool:
    return form is None or agrees(player, form)
