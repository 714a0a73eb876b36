"""The spellings that writers use interchangeably, folded into one."""

# Vowel signs, tatweel, the dagger alef, zero-width and direction marks: they change no word.
SILENT = frozenset(
    [chr(c) for c in range(0x0610, 0x061B)]
    + [chr(c) for c in range(0x064B, 0x0660)]
    + ["\u0640", "\u0670", "\u061c", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad"]
    + [chr(c) for c in range(0x06D6, 0x06ED)]
    + [chr(c) for c in range(0x202A, 0x202F)]
    + [chr(c) for c in range(0x2066, 0x206A)]
)

_LETTERS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ة": "ه",
    "ہ": "ه",
    "ؤ": "ء",
    "ئ": "ء",
    "ک": "ك",
    "گ": "ك",
    "ڤ": "ف",
    "پ": "ب",
    "چ": "ج",
}

# Presentation forms come from PDF files and old systems.
_SHAPES = {chr(c) for block in (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFF)) for c in block}


def _table() -> dict[int, str | None]:
    import unicodedata

    table: dict[int, str | None] = {ord(letter): None for letter in SILENT}
    table |= {ord(a): b for a, b in _LETTERS.items()}
    for zero in (0x0660, 0x06F0):
        table |= {zero + d: str(d) for d in range(10)}
    for shape in _SHAPES:
        plain = unicodedata.normalize("NFKC", shape)
        table[ord(shape)] = "".join(_LETTERS.get(c, c) for c in plain if c not in SILENT and c != " ")
    return table


_TABLE: dict[int, str | None] = {}


def fold(text: str) -> str:
    """`text` with hamza seats, alef maqsura, ta marbuta, digits unified and silent signs dropped.

    Folding twice changes nothing more. Folded text may be shorter: it is for matching, never for storing.
    """
    if not _TABLE:
        _TABLE.update(_table())
    return text.translate(_TABLE)
