"""An archive of reports that give every export something to carry: chains, visits, copies, hostile letters."""

from pathlib import Path

import pytest

from takhrij import Article
from takhrij.model.told import Told
from takhrij.store.adding import add
from takhrij.store.edition import Edition
from takhrij.store.opening import open_archive

CHAIN = """عدن – الميناء
ذكرت صحيفة الميناء أن رويترز نقلت عن مصدر أمني قوله إن "السفن غادرت المرسى ليلا".
وقال وزير النقل سامر الحلبي إن المرفأ سيفتح أمام التجار غدا.
وأضاف أن الحكومة لن تمول الرصيف الجديد."""
MEETING = """التقى وزير الخارجية المصري سامح شكري نظيره الروسي سيرغي لافروف في موسكو يوم 9 مايو 2019.
استقبل رئيس الحكومة سعد الحريري السفير الألماني في بيروت.
وزار رئيس الوزراء الإيطالي جوزيبي كونتي طرابلس.
ونفى وزير الخارجية المصري سامح شكري أن يكون قد التقى رئيس الوزراء الإيطالي جوزيبي كونتي.
واشتبك الجيش السوري مع تنظيم داعش في حمص."""
COPIED = """أعلنت وزارة الموانئ أن الرصيف الجديد سيفتح أمام السفن في مطلع الشهر المقبل بعد تأخير دام عامين كاملين.
وقال مدير الميناء إن الأشغال انتهت قبل أسبوع وإن الرافعات نقلت من الرصيف القديم ليلا حتى لا تتعطل حركة الشحن.
وأضاف المدير أن كلفة المشروع بلغت أربعين مليونا دفعت الحكومة نصفها ودفع المستثمرون ما بقي منها على دفعات."""
HOSTILE = """قال الوزير سامر الحلبي على منصة X إن "<script>alert(1)</script> ![](http://bad.example/p.png) [[ن]] #وسم".
\u202eوأضاف الحلبي أن & المشروع \t لن يبدأ \x01 قبل الصيف 😀.\r
\r
- قائمة وهمية
=SUM(A1)
وقالت رويترز إن "القرار صدر.
ولن يتغير"."""


def _article(name: str, title: str, words: str, published: str, outlet: str) -> Article:
    return Article(
        id=name,
        text=f"{title}\n{words}",
        title_end=len(title),
        outlet=outlet,
        published=published,
        url=f"https://news.example/{name}?a=1&b=خبر <2>",
    )


ARTICLES = (
    _article("chain", "السفن غادرت المرسى", CHAIN, "2019-05-09T08:00:00+02:00", "الساحل"),
    _article("meeting", "لقاء في موسكو", MEETING, "2019-05-10", "رويترز"),
    _article("first", "الرصيف الجديد", COPIED, "2019-05-11T08:00:00+00:00", "الساحل"),
    _article("second", "رصيف يفتح قريبا", COPIED, "2019-05-12T08:00:00+00:00", "المرفأ"),
    _article("a/b:c?", "عنوان <b>|[[خطر]]#1", HOSTILE, "2019-05-13T08:00:00+00:00", 'وكالة "س" & ص'),
)


def edition_at(path: Path, articles: tuple[Article, ...] = ARTICLES) -> Edition:
    """A new archive of `articles`, to be exported."""
    archive = open_archive(str(path), create=True)
    for _ in add(archive, articles, 1):
        pass
    return Edition(archive)


@pytest.fixture(scope="session")
def edition_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the archive of ARTICLES is."""
    path = tmp_path_factory.mktemp("edition") / "archive.db"
    edition_at(path)
    return str(path)


@pytest.fixture(scope="session")
def edition(edition_file: str) -> Edition:
    """The archive of ARTICLES."""
    return Edition(open_archive(edition_file))


@pytest.fixture(scope="session")
def told(edition: Edition) -> list[Told]:
    """Its reports."""
    return list(edition.reports())
