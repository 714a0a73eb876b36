"""When something was published, so that reports of many zones sort by time: 09:09+04:00 is before 05:16+00:00."""

from datetime import UTC, datetime

UNKNOWN_YEAR = 9999
_UNKNOWN = datetime(UNKNOWN_YEAR, 1, 1, tzinfo=UTC)


def moment_of(published: str | None) -> datetime:
    """An ISO 8601 date or date and time as a moment of UTC; what is unknown or no date comes after all others.

    A time without its zone is taken for UTC, a day alone for its first moment.
    """
    try:
        when = datetime.fromisoformat(published) if published else _UNKNOWN
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return _UNKNOWN
