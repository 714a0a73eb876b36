"""Names of files for things that have names of their own."""

import re
from hashlib import blake2b

# What one file system or another, or a link of Obsidian's, does not take in a name.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*#^\[\]]+')
_LONGEST = 80


def file_name(name: str) -> str:
    """A file's name that tells what it is of, and that no other name leads to."""
    plain = " ".join(_UNSAFE.sub(" ", name).split()).strip(". ")
    short = plain.encode()[:_LONGEST].decode("utf-8", "ignore").strip(". ")
    if short and short == name:
        return short
    told_apart = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{short} {told_apart}" if short else told_apart
