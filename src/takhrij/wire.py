"""Records to and from JSON lines: the only file that knows the format."""

from functools import cache

import msgspec

from takhrij.model.reading import Reading


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A report as somebody else wrote it down; keys that are not listed are passed over."""

    id: str | int | None = None
    title: str | None = None
    text: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


class MalformedJson(ValueError):
    """JSON that is not what it should be; the message says what and where in it."""


@cache
def _given() -> msgspec.json.Decoder[Given]:
    return msgspec.json.Decoder(Given)


@cache
def _reading() -> msgspec.json.Decoder[Reading]:
    return msgspec.json.Decoder(Reading)


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder()


def decode_given(record: bytes | str | msgspec.Raw) -> Given:
    """The report that one JSON object holds."""
    try:
        return _given().decode(record)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise MalformedJson(_plain(error)) from error


def decode_array(array: bytes) -> list[msgspec.Raw]:
    """The elements of a JSON array, each still undecoded: a wrong one does not spoil the others."""
    try:
        return msgspec.json.decode(array, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise MalformedJson(_plain(error)) from error


def encode(reading: Reading) -> bytes:
    """One line, without its line break, of what `takhrij read --format json` writes."""
    return _encoder().encode(reading)


def decode(line: bytes | str) -> Reading:
    """The reading that `encode` wrote."""
    return _reading().decode(line)


def _plain(error: Exception) -> str:
    return "objects nested too deeply" if isinstance(error, RecursionError) else str(error)
