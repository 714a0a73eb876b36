"""The one parent of everything that is written down."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """A frozen record; two with equal fields are equal."""
