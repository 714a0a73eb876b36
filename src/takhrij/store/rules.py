"""The version of the rules: what a reading rests on beside its article."""

from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable

# What changes a reading when it changes: code, language data, weights. Not the screen, the archive or the docs.
_READS = ("text", "lexicon", "rules", "reading", "model")
_ENDINGS = (".py", ".toml", ".json", ".zlib", ".bin", ".npz", ".tsv")


@cache
def rules_version() -> str:
    """Twelve hexadecimal digits: the same for the same rules and language data, whatever else has changed."""
    digest = blake2b(digest_size=6)
    root = resources.files("takhrij")
    for folder in _READS:
        for name, file in sorted(_files(root / folder, folder)):
            if name.endswith(_ENDINGS) and not name.endswith(".cases.toml"):
                digest.update(name.encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable, name: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        below = f"{name}/{entry.name}"
        if entry.is_dir():
            found += _files(entry, below)
        else:
            found.append((below, entry))
    return found
