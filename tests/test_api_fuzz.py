"""The API held against its own description, with questions that nobody thought of."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation

from desks import ARTICLES
from takhrij.cli.serve import _decide, _keep
from takhrij.store.adding import add
from takhrij.store.opening import open_archive
from takhrij.store.view import View
from takhrij.web.api.operations import OPERATIONS
from takhrij.web.api.writing import Hands, writing
from takhrij.web.app import create_app
from takhrij.web.settings import Settings

Operation = APIOperation[Any, Any, Any, Any]

TOKEN = "a-token-for-the-tests"
PATHS = [f"/api{one.path}" for one in (*OPERATIONS, *writing(Hands()))]


@pytest.fixture(scope="module")
def operations(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Operation]]:
    engine = open_archive(str(tmp_path_factory.mktemp("api") / "archive.db"), create=True)
    list(add(engine, ARTICLES, 1))
    names = frozenset(["localhost", "testserver"])
    app = create_app(View(engine), Settings(token=TOKEN, hosts=names), _decide(engine), _keep(engine))
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    found = [one.ok() for one in schema.get_all_operations() if isinstance(one, Ok)]
    yield {one.path: one for one in found}
    engine.dispose()


def test_everything_that_can_be_asked_is_described(operations: dict[str, Operation]) -> None:
    assert list(operations) == PATHS


# Of what has no parameters nothing can be asked wrongly.
WAYS = [(mode, path) for mode in GenerationMode for path in PATHS if (mode, path) != (GenerationMode.NEGATIVE, "/api")]


@pytest.mark.parametrize(("mode", "path"), WAYS)
def test_the_api_does_what_its_description_says(
    operations: dict[str, Operation], path: str, mode: GenerationMode
) -> None:
    operation = operations[path]
    strategy = operation.as_strategy(generation_mode=mode)
    headers = {"Authorization": f"Bearer {TOKEN}"}

    @given(case=strategy)
    @settings(
        max_examples=15,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: "schemathesis.Case[Any]") -> None:
        case.call_and_validate(headers=headers)

    ask()
