"""A verb that reports what somebody said, and one of its forms, as the rules ask them."""

from typing import Literal

import msgspec

# How the reported words may follow a verb:
#   that    a clause after أن or إن
#   quote   words in quotation marks or after a colon
#   noun    a noun phrase that is what was said: أكد الوزير دعم الخطة
#   target  a person addressed or accused stands before the complement: اتهم الحكومة ب
#   relay   the one who told stands after عن: نقلت الوكالة عن مصدر أن
#   blame   one who is blamed stands before what he is blamed for: حمل الحكومة مسؤولية الأزمة
#   charge  a body is charged with what follows: كلف الوزارة ب
Takes = Literal["that", "quote", "noun", "target", "relay", "blame", "charge"]
Shape = Literal["perfect", "imperfect", "participle", "masdar"]
Gender = Literal["m", "f", ""]


class Verb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """One verb: how it is inflected, and how what was said may follow it (see the data file's head)."""

    lemma: str
    imperfect: str | None = None
    participle: str | None = None
    masdar: str | None = None
    takes: tuple[Takes, ...] = ()
    prepositions: tuple[str, ...] = ()
    act: str
    example: str


class Form(msgspec.Struct, frozen=True, eq=False):
    """One inflected form. `gender` is "m", "f" or "" (either), `number` 1, 2 or 3 (three and more), `person` 1 or 3."""

    verb: Verb
    shape: Shape
    gender: Gender
    number: int
    person: int = 3

    @property
    def is_finite(self) -> bool:
        """Whether the form is a verb with a subject, not a participle or a verbal noun."""
        return self.shape in ("perfect", "imperfect")

    def is_like(self, other: "Form") -> bool:
        """Whether another form says nothing else."""
        return (
            self.verb is other.verb
            and self.shape == other.shape
            and self.gender == other.gender
            and self.number == other.number
            and self.person == other.person
        )
