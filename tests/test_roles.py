"""Whose post a post is, and where its words end."""

import pytest

from takhrij import Article, Reader
from takhrij.model.reading import Reading


def read(text: str) -> Reading:
    return Reader().read(Article(id="report", text=text))


def roles(text: str) -> dict[str, str | None]:
    return {actor.name: actor.role for actor in read(text).actors if actor.type == "person"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "دعا سالم الدرسي، وزير الخارجية اللبناني، الرئيس السوداني نادر البشير إلى زيارة بيروت.",
            "سالم الدرسي",
            "وزير الخارجية اللبناني",
        ),
        (
            "دعا سالم الدرسي، وزير الخارجية اللبناني، الرئيس السوداني نادر البشير إلى زيارة بيروت.",
            "نادر البشير",
            "الرئيس السوداني",
        ),
        ("قال سالم الدرسي، الطالب البالغ من العمر 27 عاما، إن الامتحان صعب.", "سالم الدرسي", "الطالب"),
        ("وقف الفريق أمام المدرب سالم الدرسي.\nوقال سالم الدرسي إن المباراة صعبة.", "سالم الدرسي", "المدرب"),
        ("قال مصدر في الوزارة للصحفية سلمى الدرسي إن الحريق أخمد.", "سلمى الدرسي", "الصحفية"),
        (
            "قال سالم الدرسي، رئيس قسم الشرق الأوسط وشمال أفريقيا في المنظمة، إن القرار قريب.",
            "سالم الدرسي",
            "رئيس قسم الشرق الأوسط وشمال أفريقيا في المنظمة",
        ),
        (
            "قال المتحدث باسم الجيش، الليفتنانت كولونيل مارتن أودونيل، إن القوات وصلت.",
            "مارتن أودونيل",
            "المتحدث باسم الجيش",
        ),
        (
            "من المنتظر أن يؤدي رئيس الحكومة والمستشارة الألمانية أنجيلا ميركل زيارة إلى الموقع.",
            "أنجيلا ميركل",
            "المستشارة الألمانية",
        ),
        ("قال سالم الدرسي (45 عاما)، زعيم حزب الأمل، إن القرار قريب.", "سالم الدرسي", "زعيم حزب الأمل"),
        (
            'قالت سلمى الدرسي (28 عاما)، وهي وكيلة عقارات في الجزيرة: "الطريق مغلق منذ الصباح".',
            "سلمى الدرسي",
            "وكيلة عقارات في الجزيرة",
        ),
        (
            "قال النائب الأول لمندوب روسيا لدى الأمم المتحدة سالم الدرسي إن القرار قريب.",
            "سالم الدرسي",
            "النائب الأول لمندوب روسيا لدى الأمم المتحدة",
        ),
    ],
)
def test_a_post_is_his_beside_whom_it_stands_as_far_as_its_words_go(text: str, name: str, role: str) -> None:
    assert roles(text)[name] == role


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال مصدر من داخل الحزب للمحررة السياسية في القناة إن القرار قريب.", "مصدر من داخل الحزب"),
        ("قال مسؤول في الوزارة لمحرر الجريدة إن القرار قريب.", "مسؤول في الوزارة"),
        ("قال مصدر في الوزارة للصحفية سلمى الدرسي إن الحريق أخمد.", "مصدر في الوزارة"),
        ("يقول المواطن، في مداخلته، إن الطريق مغلق.", "المواطن"),
        ("قال أمين الاتحاد العام للصحفيين إن القرار قريب.", "أمين الاتحاد العام للصحفيين"),
    ],
)
def test_who_is_told_and_where_are_nobody_who_speaks(text: str, speaker: str) -> None:
    (statement,) = read(text).statements

    assert statement.speaker == speaker


def test_marks_that_nobody_sees_are_no_part_of_a_name() -> None:
    text = "قال رئيس الوزراء الليبي، \u200bسالم الدرسي\u200b، إن العمل مستمر."

    (statement,) = read(text).statements
    (person,) = [actor for actor in read(text).actors if actor.type == "person"]

    assert statement.speaker == person.name == "سالم الدرسي"
    assert {text[m.start : m.end].strip("\u200b") for m in person.mentions} == {"سالم الدرسي"}
