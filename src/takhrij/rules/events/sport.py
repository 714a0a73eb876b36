"""Whether a sentence tells of sport, where most that sounds like an attack or a visit is none: هجوم المنتخب."""

from takhrij.lexicon.event_words import group
from takhrij.rules.events.traits import SPORT, SPORT_IN_COMPANY
from takhrij.rules.statements.proclitics import without_hung
from takhrij.rules.statements.tokens import tokens

# So many words that may be of sport make a sentence tell of it.
_IN_COMPANY = 2


def tells_of_sport(words: list[str], traits: list[int], first: int, end: int) -> bool:
    """Whether the words from `first` to `end` do; `traits` are those of the page's words."""
    company: set[str] = set()
    for k in range(first, end):
        if traits[k] & SPORT:
            return True
        if traits[k] & SPORT_IN_COMPANY:
            forms = (tokens()[words[k]].folded, without_hung(words[k]))
            company.update(form for form in forms if form in group("sports_in_company"))
    return len(company) >= _IN_COMPANY
