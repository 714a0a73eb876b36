"""Passives that are written otherwise than their actives: صودر, أقيل, اغتيل, برئ.

Most passives differ from their actives in vowels alone, which nobody writes.
"""

_ALEF = "ا"
_HAMZA = "أ"
_SEATED = "ئ"
_WAW = "و"
_YA = "ي"
_NONE = "-"
# "It is said" is what everybody reads, not "he is dismissed".
_IT_IS_SAID = "يقال"
# صادر, أقال, اغتال
_LONG = 4


def passive_forms(perfect: str, imperfect: str | None) -> tuple[str | None, str | None]:
    """The perfect and the imperfect of a verb's passive, each None where its letters are those of the active.

    A verb whose perfect is "-" is known by its imperfect: يحاكم, حوكم.
    """
    base = imperfect[1:] if perfect == _NONE and imperfect else perfect
    if len(base) == _LONG and base[1] == _ALEF:
        return base[0] + _WAW + base[2:], None
    if len(base) >= _LONG and base[-2] == _ALEF and base[0] in (_HAMZA, _ALEF):
        # أقال, يقيل and أقيل, يقال; اغتال has one imperfect for both.
        theirs = imperfect if imperfect and imperfect[-2] == _YA else None
        passive = theirs[:-2] + _ALEF + theirs[-1] if theirs else None
        return base[:-2] + _YA + base[-1], passive if passive != _IT_IS_SAID else None
    if base.endswith(_HAMZA):
        return base[:-1] + _SEATED, None
    return None, None
