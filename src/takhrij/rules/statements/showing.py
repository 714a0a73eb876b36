"""What shows, points or means something and says nothing: ويشير هذا إلى, وجهة النظر التي تشير إلى, ظهور فلان."""

from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.organizations import names as organization_names
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.subjects import is_source_like
from takhrij.rules.statements.tokens import Is


def points_to_this(sheet: Sheet, i: int) -> bool:
    """Whether this is what shows something: ويشير هذا إلى أن الأسعار ارتفعت."""
    if i + 3 >= len(sheet.tokens) or sheet.tokens[i + 1].folded not in group("this"):
        return False
    # ويشير هذا بوضوح إلى أن
    if sheet.tokens[i + 2].flags & Is.DEFINITE:
        # وأظهر هذا النظام أن
        return False
    return any(token.flags & Is.THAT or token.folded in group("pointed_to") for token in sheet.tokens[i + 2 : i + 4])


def shows_itself(sheet: Sheet, i: int, form: Form) -> bool:
    """Whether what goes before the relative pronoun shows or means it: وجهة النظر التي | تشير إلى أنه, but الذي قال."""
    if form.shape != "imperfect" or form.number != 1 or _says(form) or sheet.tokens[i].pronoun:
        return False
    one, _, _ = letters("taken_up")
    return (sheet.tokens[i - 1].bare == one) == (form.gender == "m")


def _says(form: Form) -> bool:
    """Whether only somebody does what the verb tells: قال, but not أشار, اعتبر."""
    return form.verb.act == "said" and form.verb.lemma not in spelled("points")


def shows_nothing(sheet: Sheet, i: int) -> bool:
    """Whether what shows something are only words, or what somebody did: تصريحات, ظهور فلان."""
    token = sheet.tokens[i]
    if token.folded in group("statements"):
        return True
    whose = i + 2 if i + 1 < len(sheet.tokens) and sheet.tokens[i + 1].folded == "#" else i + 1
    plain = not (token.flags or token.title or token.head or i in sheet.name_end)
    return plain and sheet.name_kind.get(whose) == "person" and not sheet.name_skip.get(whose)


def is_thing(sheet: Sheet, i: int) -> bool:
    """Whether a subject is a thing of which nothing says that it speaks: التنازلات المحتملة, القتال."""
    if organization_names().at(sheet.page.words, i) is not None:
        return False
    return not is_source_like(sheet, i) and not sheet.tokens[i].folded.endswith(letters("plural_endings"))
