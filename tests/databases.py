"""Archives to test on: a file, and a database of a PostgreSQL server that the tests start for themselves."""

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest


def _programs() -> Path | None:
    """The folder of PostgreSQL's own programs, as Debian or the PATH has them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a server that lives as long as the tests, or of the one $TAKHRIJ_POSTGRESQL names."""
    if given := os.environ.get("TAKHRIJ_POSTGRESQL"):
        yield given
        return
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory(prefix="takhrij-pg-") as folder:
        os.chmod(folder, 0o777)  # noqa: PTH101
        # The server refuses to run as root.
        user = ["setpriv", "--reuid=nobody", "--clear-groups"] if os.geteuid() == 0 else []
        where = f"{folder}/data"
        _run([*user, f"{programs}/initdb", "-D", where, "-U", "takhrij", "-A", "trust", "-N"])
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        control = [*user, f"{programs}/pg_ctl", "-D", where, "-w", "-l", f"{folder}/log"]
        _run([*control, "-o", options, "start"])
        try:
            yield f"postgresql://takhrij@/postgres?host={folder}"
        finally:
            _run([*control, "-m", "immediate", "stop"])


def _run(command: list[str]) -> None:
    # Under another locale the server would sort and fold letters otherwise.
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"})


@pytest.fixture(params=["sqlite", "postgresql"])
def archive_at(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new, empty archive can be made: a path, and then a PostgreSQL URL."""
    if request.param == "sqlite":
        return str(tmp_path / "archive.db")
    server: str = request.getfixturevalue("postgresql_server")
    name = f"takhrij_{uuid.uuid4().hex}"
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
    return server.replace("/postgres?", f"/{name}?")
