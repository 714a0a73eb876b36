"""Words that name a date or a period, and which."""

from takhrij.model.record import Record
from takhrij.model.span import Span


class Time(Record, frozen=True, kw_only=True):
    """A date or period that the text names.

    `value` is ISO 8601 or EDTF: `2019-05-09`, `2019-05`, `2019`, `2019-W20`, `2018-21` (spring), a range
    `A/B`, and `XXXX-05-09` where the year cannot be known.
    """

    span: Span
    value: str
    rule: str
