"""The steps of a whole reading grow with the text alone, whatever is said again and again in it."""

import pytest

from steps import steps_of
from takhrij import Article, Reader


@pytest.mark.parametrize(
    "piece",
    [
        "وقال الوزير إن ",
        "الذي تم اعتقاله وتعذيبه في السجن ",
        "زيارة رئيس الحكومة للنيجر ومالي ومصر ",
        "قتل ثلاثة جنود في غارة أميركية. حسب رويترز. ",
        "وطردت السفير ثم داهمت المنزل ",
        "، ",
    ],
)
def test_the_steps_of_a_reading_grow_with_the_text(piece: str) -> None:
    reader = Reader()

    def steps(times: int) -> int:
        article = Article(id="t", text=piece * times)
        reader.read(article)
        return steps_of(lambda: reader.read(article))

    # Below so many pieces the windows of what is looked back to are not filled yet.
    assert steps(800) < 4.5 * steps(200)
