"""Parquet files: each row a report, in the columns of the JSON records."""

import io
from collections.abc import Iterator
from datetime import date

from takhrij.errors import ArticleError
from takhrij.ingest.items import Item
from takhrij.wire import Given

_COLUMNS = tuple(Given.__struct_fields__)


def items_of_parquet(stream: io.BufferedIOBase, name: str) -> Iterator[Item | ArticleError]:
    """The rows of a file; a column that is not there holds nothing."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        # The footer comes last: a pipe has to be held whole.
        file = parquet.ParquetFile(stream if stream.seekable() else io.BytesIO(stream.read()))
        columns = [column for column in _COLUMNS if column in file.schema_arrow.names]
        if "text" not in columns:
            yield ArticleError(name, "no column `text`")
            return
        number = 0
        for batch in file.iter_batches(batch_size=500, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield _item(row, f"{name}: row {number}")
    except pa.ArrowException as error:
        yield ArticleError(name, f"no Parquet file that can be read: {str(error).splitlines()[0]}")


def _item(row: dict[str, object], where: str) -> Item | ArticleError:
    values: dict[str, str | None] = {}
    for column, value in row.items():
        if isinstance(value, date):
            value = value.isoformat()
        elif isinstance(value, int) and column == "id":
            value = str(value)
        if value is not None and not isinstance(value, str):
            return ArticleError(where, f"`{column}` is no text")
        values[column] = value
    return Item(where, Given(**values))
