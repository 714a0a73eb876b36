"""Dates of publication as feeds and files write them, to ISO 8601."""

from datetime import datetime


def iso_published(given: str) -> str | None:
    """`given` as an ISO 8601 date or date and time; None where it is neither that nor an e-mail date."""
    given = given.strip()
    try:
        when = datetime.fromisoformat(given)
    except ValueError:
        return _from_mail(given)
    # ISO 8601 also writes 20190509 and 2019-W19-4: every reader of ours may take the first ten characters.
    return given if given[:10] == when.date().isoformat() else when.isoformat()


def _from_mail(given: str) -> str | None:
    """`Thu, 09 May 2019 10:00:00 +0200`, as RSS has it."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(given).isoformat()
    except (ValueError, TypeError, IndexError):
        return None
