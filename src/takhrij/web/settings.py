"""How a desk is set up: who may speak to it, and how much they may ask of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

# The names by which a machine calls itself: pages of other sites that point a name of theirs here are refused.
LOOPBACK = frozenset(["localhost", "127.0.0.1", "[::1]"])


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`hosts` are the names under which the desk answers, without a port; `most_bytes` bounds what is sent to it.

    Whoever bears `token` may write; without one nobody may. Pages and the API answer within `most_seconds` or not at
    all.
    """

    hosts: frozenset[str] = LOOPBACK
    most_bytes: int = 2_000_000
    most_seconds: float = 30.0
    token: str | None = field(default=None, repr=False)
    now: Callable[[], datetime] = _now
