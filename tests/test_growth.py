"""The steps of a whole reading grow with the text alone, whatever is said again and again in it."""

import sys

import pytest

from takhrij import Article, Reader


@pytest.mark.parametrize(
    "piece",
    [
        "وقال الوزير إن ",
        "الذي تم اعتقاله وتعذيبه في السجن ",
        "زيارة رئيس الحكومة للنيجر ومالي ومصر ",
        "قتل ثلاثة جنود في غارة أميركية. حسب رويترز. ",
        "وطردت السفير ثم داهمت المنزل ",
    ],
)
def test_the_steps_of_a_reading_grow_with_the_text(piece: str) -> None:
    reader = Reader()

    def steps(times: int) -> int:
        """The calls that reading so many pieces takes: the same on every machine."""
        article = Article(id="t", text=piece * times)
        reader.read(article)
        count = 0

        def counted(*_: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(counted)
        try:
            reader.read(article)
        finally:
            sys.setprofile(None)
        return count

    # Below so many pieces the windows of what is looked back to are not filled yet.
    assert steps(800) < 4.5 * steps(200)
