"""Whether two tellings of a report are one event."""

from takhrij.reading.alike import acts_for, alike, is_government
from takhrij.reading.gist import SAID, is_one_content, is_retold_content
from takhrij.reading.happening import Happening, are_apart, finer
from takhrij.reading.players import Player
from takhrij.reading.struck import are_craft, are_one_site, are_places, is_on_attacker, strikes_own
from takhrij.reading.verdicts import VERDICTS, are_arrest_and_verdict, is_suspect, is_told_on
from takhrij.rules.events.claims import is_claimed
from takhrij.rules.events.judging import judges_on
from takhrij.text.fold import fold

# So many words behind an attack its toll is told.
_TOLL_WITHIN = 40
# Acts of one body are as many as the verbs that tell them.
_ACTS = frozenset(["COERCE"])
_NEAR = 60
# So many words behind a headline its event is told again with other words for those who took part.
_SOON = 40
_PLACE = "place"
_COERCE = "COERCE"
_LEGAL = "legal"

Parties = list[Player]


def is_same(known: Happening, new: Happening) -> bool:
    """Whether both tell one event: one type, someone in common, and nothing that sets them apart."""
    trigger, other = known.deed.trigger, new.deed.trigger
    if trigger.type != other.type or are_apart(known.date, new.date):
        return False
    if _is_beside(known, new):
        return True
    if are_arrest_and_verdict(known, new) or _are_two_acts(known, new) or _are_two_deeds(known, new):
        return False
    if trigger.type == "ASSAULT" and is_on_attacker(new.recipient) and not is_on_attacker(known.recipient):
        return False
    if is_told_on(known, new) or _is_said_on(known, new):
        return True
    if trigger.type == "ASSAULT" and (_is_outcome(known, new) or _is_by_bomber(new)):
        return True
    if not new.deed.told and new.deed.sense.noun and new.deed.sense.definite and not (new.actor or new.recipient):
        return _takes_up(known, new)
    if not (new.actor or new.recipient) or not (known.actor or known.recipient):
        return trigger.lone or other.lone or _takes_up(known, new)
    if (trigger.whom == _PLACE) != (other.whom == _PLACE) and not all(
        one.actor and one.recipient for one in (known, new)
    ):
        # A journey to a place is not yet the meeting there.
        return False
    if trigger.joint or other.joint:
        if _meet_again(known, new) and not known.in_lead and not known.in_headline:
            # They have met, and will meet again.
            return False
        within = _within(known, new) or _within(new, known) or _is_one_deal(known, new)
        if known.deed.left_out and not known.actor and not known.in_lead and trigger is not other:
            # وقعوا مذكرة مع أمريكا, and her agreement with another: who signed is not known.
            return False
        return within or (known.in_lead and _fits_lead(known, new))
    shared = _shared(known, new)
    if shared is None:
        return known.in_lead and _fits_lead(known, new)
    return shared > 1 or (shared == 1 and _is_half_enough(known, new))


def _are_two_acts(known: Happening, new: Happening) -> bool:
    """Whether a body that arrests some also closes or takes something: اعتقلت العشرات وأغلقت الشارع."""
    one, other = known.deed.trigger, new.deed.trigger
    if one.type != _COERCE or not one.mode or not other.mode or one.mode == other.mode:
        return False
    if {one.mode, other.mode} != _HOLDS:
        # أجبر على الاستقالة، وحكم عليه: two things that one man suffers.
        return True
    return not (known.recipient and new.recipient and _have_common(known.recipient, new.recipient))


_HOLDS = frozenset(["arrest", "seize"])


def _are_two_deeds(known: Happening, new: Happening) -> bool:
    """Whether of two attacks one is a kidnapping, or one is only supposed: اغتالت العالم, إذا هاجمت إسرائيل."""
    one, other = known.deed, new.deed
    if one.trigger.type != "ASSAULT" or known.in_lead:
        return False
    if (one.trigger.mode == _ABDUCTS) != (other.trigger.mode == _ABDUCTS):
        return True
    if not (one.trigger.joint or other.trigger.joint) and _turns_on(known, new):
        return True
    return other.by_verb and other.status == _CONDITIONAL and one.status not in _SUPPOSED


def _turns_on(known: Happening, new: Happening) -> bool:
    """Whether a person who attacked is attacked in turn: فجر سالم العبوة، وقتل برصاص الشرطة."""
    attackers = [player for player in known.actor if player.kind == _PERSON and player.named]
    return any(player is other for player in attackers for other in new.recipient)


_PERSON = "person"
_ABDUCTS = "abduct"
_CONDITIONAL = "conditional"


def _is_said_on(known: Happening, new: Happening) -> bool:
    """Whether a circumstance or a warning only goes on with what was said: ندد به، واصفا إياه; حذر من أنه لن يسمح."""
    circumstance = new.deed.rule == "events.circumstance" and new.deed.trigger.type in _STANDS
    if not (circumstance or new.deed.trigger.near == _WILL_NOT or judges_on(new.deed)):
        return False
    if new.deed.words[0] - known.deeds[-1].words[0] > _NEAR // 2 or not _have_common(known.actor, new.actor):
        return False
    return not (known.recipient and new.recipient) or _have_common(known.recipient, new.recipient)


_STANDS = frozenset(["ACCUSE", "THREATEN", "SUPPORT"])
_WILL_NOT = "will_not"


def _is_beside(known: Happening, new: Happening) -> bool:
    """Whether a noun goes with the word that tells it: ضبط | وحجز أسلحة, فرض | حظر التجول, وجهت | انتقادات."""
    last = known.deeds[-1]
    if new.deed.sense.noun and last.sense.frame.follows and new.deed.verb == last.words[0]:
        # وجهت الوزارة | انتقادات
        return True
    return new.deed.sense.noun and new.deed.words[0] == last.words[1] and known.deed.trigger.type in _DONE


_DONE = frozenset(["COERCE", "ASSAULT", "SANCTION"])


def _meet_again(known: Happening, new: Happening) -> bool:
    """Whether of two meetings one took place and the other is still to come."""
    if known.deed.trigger.type != "CONSULT" or new.deed.trigger.type != "CONSULT":
        return False
    return {known.deed.status, new.deed.status} == {"happened", "planned"}


def _shared(known: Happening, new: Happening) -> int | None:
    """In how many parts both have somebody in common; None where a part sets them apart."""
    suffered = bool(known.recipient and new.recipient)
    if suffered and not (
        _is_told_again(known, new) or _have_common(known.recipient, new.recipient) or is_suspect(known, new)
    ):
        if known.deed.trigger.type != "ASSAULT" or are_places(known.recipient) == are_places(new.recipient):
            return None
        # أطلقت صواريخ على شرق سوريا, استهدفت متشددين: whom, and where.
        suffered = False
    if not known.actor or not new.actor:
        return int(suffered)
    if _have_common(known.actor, new.actor):
        return 1 + suffered
    if known.deed.trigger.type in _OF_STATES and known.deed.trigger.mode == new.deed.trigger.mode:
        if any(acts_for(p, q) or acts_for(q, p) for p in known.actor for q in new.actor):
            # أعلن ترامب انسحاب بلاده, انسحبت الولايات المتحدة
            return 1 + suffered
    if known.deed.trigger.type == "ASSAULT" and are_craft(known.actor) != are_craft(new.actor):
        return 1 + suffered
    # محكمة ليبية and محكمة الاستئناف have sentenced the same men.
    vague = not all(player.named for player in (*known.actor, *new.actor))
    # أعلنت الحكومة حالة الطوارئ, and so did its head.
    bare = known.deed.trigger is new.deed.trigger and not known.recipient and not new.recipient
    # Whom the police arrested a court sentences later.
    stage = (known.deed.trigger.contexts == _LEGAL) == (new.deed.trigger.contexts == _LEGAL)
    return 1 if vague and stage and (suffered or bare) and known.deed.trigger.type == _COERCE else None


def _is_told_again(known: Happening, new: Happening) -> bool:
    """Whether the same is said of two without names: تهمة بالمشاركة في مؤامرة لصديق, وجه إلى أحد أصدقائه اتهاما بها."""
    if known.deed.trigger.mode != new.deed.trigger.mode or any(p.named for p in known.recipient + new.recipient):
        return False
    return is_retold_content(known.gist, new.gist)


def _have_common(left: Parties, right: Parties) -> bool:
    return any(alike(p, q) for p in left for q in right)


def _is_half_enough(known: Happening, new: Happening) -> bool:
    """Whether one part in common makes them one, though only one of both tells the other part."""
    if known.in_lead or known.deed.trigger is new.deed.trigger or known.deed.trigger.type == _PROTEST:
        return True
    if known.deed.trigger.type in SAID and is_one_content(known.gist, new.gist):
        return True
    if known.deed.trigger.type == "ASSAULT":
        # شن الجيش غارات, and far from it قتل الجيش ثلاثة: two attacks.
        far = new.deed.words[0] - known.deeds[-1].words[0] > _NEAR and bool(new.actor)
        modes = {known.deed.trigger.mode, new.deed.trigger.mode}
        return not far or _AERIAL not in modes or new.deed.names_again
    if known.recipient and new.recipient:
        # قضت المحكمة بسجنه, and on another day فرضت عليه الإقامة: two acts towards one man.
        return not (new.date and not known.date and not new.actor and new.deed.by_verb)
    # أغلقت إسرائيل المعبر, and she forbade the fishing: two acts.
    acts = known.deed.trigger.type in _ACTS and not _is_one_act(known, new)
    return not known.recipient and not new.recipient and not acts and known.deed.trigger.type not in SAID


# What the head of a state does in these the state does.
_OF_STATES = frozenset(["RETREAT", "SANCTION"])
_AERIAL = "aerial"
_PROTEST = "PROTEST"


def _is_one_act(known: Happening, new: Happening) -> bool:
    """Whether two verbs tell one act: those of one verdict, or words that stand side by side (استعادة السيطرة)."""
    verdict = known.deed.trigger.verb in VERDICTS and new.deed.trigger.verb in VERDICTS
    return verdict or new.deed.words[0] - known.deeds[-1].words[0] <= _BESIDE


_BESIDE = 3


def _takes_up(known: Happening, new: Happening) -> bool:
    """Whether a noun with article takes up what was told shortly before: هذه المحادثات, الاتفاق."""
    sense = new.deed.sense
    return sense.noun and sense.definite and new.deed.words[0] - known.deeds[-1].words[0] < _NEAR


def _fits_lead(known: Happening, new: Happening) -> bool:
    """Whether the body may tell the headline's event with other words: nobody named stands against it."""
    apart = met = False
    for left, right in ((known.actor, new.actor), (known.recipient, new.recipient)):
        if not left or not right:
            continue
        if _have_common(left, right):
            met = True
        elif all(player.named for player in (*left, *right)):
            return False
        else:
            apart = True
    soon = not apart or (new.deed.words[0] - known.deed.words[0] < _SOON and not _are_others(new))
    return met or (soon and known.deed.trigger is new.deed.trigger)


def _is_one_deal(known: Happening, new: Happening) -> bool:
    """Whether one agreement or truce is told twice, of which one telling leaves a side out or calls it otherwise."""
    trigger, other = known.deed.trigger, new.deed.trigger
    if trigger.type not in _DEALS or not (trigger is other or trigger.mode == other.mode == _CEASEFIRE):
        return False
    ones, others = known.actor + known.recipient, new.actor + new.recipient
    full = all(one.actor and one.recipient for one in (known, new)) and all(p.named for p in ones + others)
    return not full and _have_common(ones, others)


_DEALS = frozenset(["AGREE", "RETREAT"])
_CEASEFIRE = "ceasefire"


def _are_others(new: Happening) -> bool:
    """Whether it is said that others take part: إقالة مسؤولين آخرين."""
    return any(word in _OTHERS for player in (*new.actor, *new.recipient) for word in fold(player.name).split())


_OTHERS = frozenset(
    [
        "اخرين",
        "اخرون",
        "اخر",
        "اخري",
    ]
)


def _is_outcome(known: Happening, new: Happening) -> bool:
    """Whether one of both is the other's toll: an attack, and right behind it how many died."""
    if strikes_own(known.actor, new.recipient) or strikes_own(new.actor, known.recipient):
        return False
    if is_toll_of(known, new):
        return True
    if new.deed.words[0] - known.deeds[-1].words[0] > _TOLL_WITHIN and not known.in_lead:
        return False
    if _are_two_attacks(known, new):
        return False
    taken_up = new.deed.sense.noun and new.deed.sense.definite
    if (known.deed.status, new.deed.status) == (_DONE_WITH, _GOES_ON) and not known.in_headline and not taken_up:
        # قتلت القذيفة عشرين, and the army has attacked the region since last month.
        return False
    if not new.actor and not any(player.named for player in new.recipient):
        return True
    return not known.actor and not any(player.named for player in known.recipient)


_DONE_WITH = "happened"
_GOES_ON = "ongoing"


def is_toll_of(known: Happening, new: Happening) -> bool:
    """Whether right behind an attack it is told what it brought about, or later in the report who says it was his."""
    if is_claimed(new.deed.trigger):
        others = bool(known.actor and new.actor) and all(player.named for player in (*known.actor, *new.actor))
        return not others or _have_common(known.actor, new.actor)
    near = new.deed.words[0] - known.deeds[-1].words[0] <= _TOLL_WITHIN
    return near and (new.deed.more or _is_killing_in(known, new))


def goes_on(known: Happening, new: Happening) -> bool:
    """Whether one who acted goes on with و right behind: نفذت القوات غارة قرب البلدة | وقتلت اثنين."""
    near = new.deed.words[0] - known.deeds[-1].words[0] <= _RIGHT_ON
    return near and new.deed.sense.before != "" and _have_common(known.actor, new.actor)


_RIGHT_ON = 10


def _is_killing_in(known: Happening, new: Happening) -> bool:
    """Whether who attacked kills in the attack: نفذت غارة جوية وقتلت ثلاثة مسلحين."""
    trigger = new.deed.trigger
    kills = trigger.of == "recipient" and trigger.passive and new.deed.by_verb
    if not kills or not known.deed.trigger.lone or not known.actor or not new.actor or known.recipient:
        return False
    return new.deed.sense.before != "" and _have_common(known.actor, new.actor)


def _are_two_attacks(known: Happening, new: Happening) -> bool:
    """Whether a clause names one attack and then another: شنت ضربات ردا على هجوم, قصفت البلدة بعد إطلاق صواريخ."""
    near = new.deed.words[0] - known.deeds[-1].words[0] <= _TOLL_WITHIN
    if new.deed.earlier and near and not (known.deed.trigger.passive or new.deed.trigger.passive):
        return True
    both = known.deed.sense.noun and new.deed.sense.noun and not new.deed.sense.definite
    if not both or _TOLL in (known.deed.trigger.of, new.deed.trigger.of):
        return False
    return new.deed.begin <= known.deed.words[0] < new.deed.words[0]


_TOLL = "recipient"


def _is_by_bomber(new: Happening) -> bool:
    """Whether only a bomber without a name is told of, and nobody he struck: one of those of the attack told before."""
    unnamed = bool(new.actor) and not any(player.named for player in new.actor)
    return new.deed.trigger.mode == "explosives" and new.deed.by_verb and unnamed and not new.recipient


def _within(one: Happening, other: Happening) -> bool:
    """Whether everyone of one event takes part in the other."""
    there = other.actor + other.recipient
    return all(any(alike(p, q) for q in there) for p in one.actor + one.recipient)


def merge(known: Happening, new: Happening) -> None:
    """Let `known` be told at its fullest."""
    known.deeds += new.deeds
    known.gist |= new.gist
    known.is_told = known.is_told or new.deed.told
    fuller, other = known, new
    first = _names_as_many(new, known) and ((known.only_lead and not new.only_lead) or _names_body(new, known))
    known.only_lead = known.only_lead and new.only_lead
    # توقيف الوزير, and below that he may stay in prison: the headline's stands.
    supposed = known.in_headline and new.deed.status in _SUPPOSED and known.deed.status not in _SUPPOSED
    if not supposed and (new.weight() > known.weight() or ((known.in_headline or first) and new.deed.told)):
        known.deed, known.in_headline = new.deed, new.in_headline
        fuller, other = new, known
    toll = known.deed.trigger.type == "ASSAULT" and any((player.count or 1) > 1 for player in fuller.recipient)
    known.actor, known.recipient = (
        _fuller(fuller.actor, other.actor),
        fuller.recipient if toll else _fuller(fuller.recipient, other.recipient),
    )
    if known.deed.status in _SUPPOSED and new.deed.status not in _SUPPOSED:
        # إذا انسحب من الاتفاق الذي أبرمته: it was made.
        known.deed = new.deed
    known.others += [player for player in new.others if player not in known.others]
    known.place = known.place or new.place
    known.date = finer(known.date, new.date)


_SUPPOSED = frozenset(["called_for", "conditional"])


def _names_body(new: Happening, known: Happening) -> bool:
    """Whether the body that did it is named where before only its government was: السلطات التونسية, وزارة الداخلية."""
    return any(map(is_government, known.actor)) and not any(map(is_government, new.actor))


def _names_as_many(body: Happening, lead: Happening) -> bool:
    """Whether the body names who did it and whom as the stand-first does, so that it tells it at its fullest."""
    return bool(body.actor or not lead.actor) and bool(body.recipient or not lead.recipient)


def _fuller(first: Parties, second: Parties) -> Parties:
    """The parties of the fuller telling, but those with a name before those without."""
    if first and second and not any(p.named for p in first) and all(p.named for p in second):
        return second
    return first or second


def tells_headline(body: Happening, headline: Happening) -> bool:
    """Whether the body's event may be the headline's, which a body nearly always tells again with other words."""
    if body.deed.trigger.type != headline.deed.trigger.type or not body.is_told or are_apart(body.date, headline.date):
        return False
    if headline.deed.trigger.joint and body.deed.trigger.joint:
        # Who calls and who is called may change places.
        return _have_common(headline.actor + headline.recipient, body.actor + body.recipient)
    met = strangers = False
    for left, right in ((headline.actor, body.actor), (headline.recipient, body.recipient)):
        if left and right and are_one_site(left, right):
            met = True
        elif left and right:
            met = met or _have_common(left, right)
            strangers = strangers or all(player.named for player in (*left, *right))
    if body.deed.trigger.type == _COERCE and body.deed.trigger is not headline.deed.trigger:
        # To arrest and to expel are two things.
        return met and not strangers
    return met or not strangers
