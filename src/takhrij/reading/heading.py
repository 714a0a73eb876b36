"""What stands around the body: section, headline, stand-first, dateline, byline, credits, and lines that are no part.

`find_heading` looks at the first and the last lines only, so that its time does not grow with the text.
"""

from bisect import bisect_left

import msgspec

from takhrij.lexicon import heading_words, outlets
from takhrij.model.article import Article
from takhrij.model.heading import Heading
from takhrij.model.span import Span
from takhrij.rules.heading.dateline import Dateline, find_dateline
from takhrij.rules.heading.line import LONGEST, classes, may_begin_dateline, read_line
from takhrij.rules.heading.margin import Margin, credited, read_margin, read_signature
from takhrij.text.page import Page, lay_out

# More lines than these are looked at neither at the head nor at the tail.
_HEAD_LINES = 9
_TAIL_LINES = 8
_LONGEST_HEADLINE = 32
_LONGEST_STANDFIRST = 60
# A dateline ends with one of these within its first words.
_SEPARATORS = frozenset('-–—ـ/):»"”')
_STOPS = frozenset(".!?؟…")

Range = tuple[int, int]


class _Found(msgspec.Struct):
    """The parts that were found so far, as ranges of words."""

    section: Range | None = None
    headline: Range | None = None
    standfirst: Range | None = None
    dateline: Range | None = None
    byline: Range | None = None
    credit: Range | None = None
    place: Range | None = None
    agencies: list[Range] = []
    dates: list[Range] = []
    publisher: Range | None = None
    body: int = 0
    body_end: int = 0


def find_heading(page: Page, article: Article) -> Heading:
    """The parts of `page` around its body, and what they say of outlet, place and day."""
    found = _Found(body_end=len(page.words))
    lines = _first_lines(page)
    _read_head(page, article, lines, found)
    _read_tail(page, found)
    body = _span(page, (found.body, max(found.body, found.body_end)))
    return Heading(
        section=_part(page, found.section),
        headline=_part(page, found.headline),
        standfirst=_part(page, found.standfirst),
        dateline=_part(page, found.dateline),
        byline=_part(page, found.byline),
        credit=_part(page, found.credit),
        body=body,
        place=page.says(*found.place) if found.place else None,
        agencies=tuple(dict.fromkeys(page.says(*agency) for agency in found.agencies)),
        outlet=article.outlet or _outlet(page, article, found),
        published=article.published or _published(page, found),
    )


def _part(page: Page, words: Range | None) -> Span | None:
    return _span(page, words) if words and words[0] < words[1] else None


def _span(page: Page, words: Range) -> Span:
    if words[0] < words[1]:
        return page.span(*words)
    end = page.ends[words[0] - 1] if words[0] else 0
    return Span(end, end)


def _first_lines(page: Page) -> list[Range]:
    """The first lines that are not blank, as ranges of words."""
    lines: list[Range] = []
    first = 0
    for end in [*page.breaks[: _HEAD_LINES + 1], len(page.words)]:
        if first < end and len(lines) < _HEAD_LINES:
            lines.append((first, end))
        first = end + 1
    return lines


def _read_head(page: Page, article: Article, lines: list[Range], found: _Found) -> None:
    """Go down the lines until the body begins."""
    words = page.words
    title_end = bisect_left(page.starts, article.title_end) if article.title_end else 0
    position = 0
    if title_end:
        found.headline = _trimmed(words, (0, title_end))
        position = next((k for k, (first, _) in enumerate(lines) if first >= title_end), len(lines))
        found.body = title_end
    while position < len(lines):
        line = lines[position]
        last = position + 1 == len(lines)
        dateline = None if found.dateline else _dateline(page, line, alone=not last)
        headline_like = not found.headline and not last and _is_headline(words, line)
        # ليبيا: ... and تونس - ... open headlines too.
        if dateline and (found.headline or dateline.end < line[1] and (dateline.credit or not headline_like)):
            _take_dateline(dateline, line, found)
            if dateline.end < line[1]:
                found.body = dateline.end
                return
        elif margin := None if last else _margin(words, line, bool(found.headline)):
            _take_margin(page, margin, line, found)
        elif headline_like:
            found.headline = line
        elif not last and _is_set_apart(page, line, lines[position + 1]):
            if not found.byline and _is_name(words, line):
                found.byline = line
            elif not found.standfirst:
                found.standfirst = line
        else:
            found.body = line[0]
            return
        position += 1
        found.body = min(line[1] + 1, len(words))


def _trimmed(words: list[str], line: Range) -> Range:
    first, end = line
    while end > first and words[end - 1] == "\n":
        end -= 1
    return first, end


def _dateline(page: Page, line: Range, alone: bool) -> Dateline | None:
    first, end = line
    short = end - first <= 12
    if not short and _SEPARATORS.isdisjoint(page.words[first : first + LONGEST]):
        if "--" not in page.text[page.starts[first] : page.starts[first] + 80]:
            return None
    if not may_begin_dateline(page.words, first, end):
        return None
    return find_dateline(page.words, read_line(page.words, first, end), alone and short)


def _take_dateline(dateline: Dateline, line: Range, found: _Found) -> None:
    found.dateline = (line[0], dateline.end)
    found.place = dateline.place
    if dateline.by:
        found.byline = dateline.by
    if dateline.credit:
        found.credit = dateline.credit
        found.agencies.append(dateline.credit)


def _margin(words: list[str], line: Range, below_headline: bool) -> Margin | None:
    first, end = line
    if end - first > LONGEST * 2:
        return None
    margin = read_margin(words, first, end)
    # A place below the headline is a dateline. "تقرير: ..." is as often a headline as it is a byline.
    if margin and margin.rule == "heading.section_of_a_place" and below_headline:
        return None
    if margin and margin.kind == "byline" and not below_headline and ":" in words[first:end]:
        return None
    # بالصور.. opens headlines as well as lines that invite to another report.
    if margin and margin.rule == "heading.invitation" and not below_headline:
        return None
    return margin


def _take_margin(page: Page, margin: Margin, line: Range, found: _Found) -> None:
    if margin.kind == "section" and not found.section:
        found.section = line
    elif margin.kind == "byline" and not found.byline:
        found.byline = line
    elif margin.kind == "date":
        found.dates.append(line)
    elif margin.kind == "credit":
        _take_credit(page, line, found)


def _take_credit(page: Page, line: Range, found: _Found) -> None:
    named = credited(page.words, read_line(page.words, *line))
    if not found.headline and named:
        found.publisher = named[0]
        return
    found.credit = found.credit or line
    found.agencies += named


def _is_headline(words: list[str], line: Range) -> bool:
    first, end = line
    return end - first <= _LONGEST_HEADLINE and words[end - 1] != "."


def _is_set_apart(page: Page, line: Range, following: Range) -> bool:
    """Whether the line is set apart from the body by the dateline or byline that follows it."""
    first, end = line
    words = page.words
    if not words[first][0].isalnum() and words[first] not in "\"«“'(":
        return False
    if end - first > _LONGEST_STANDFIRST:
        return False
    stopped = words[end - 1][0] in _STOPS
    if dateline := _dateline(page, following, alone=True):
        return bool(dateline.credit) or not stopped and dateline.rule != "heading.place_on_its_own_line"
    if stopped or following[1] - following[0] > LONGEST:
        return False
    margin = read_margin(words, *following)
    return bool(margin and margin.kind in ("byline", "date", "credit"))


def _is_name(words: list[str], line: Range) -> bool:
    """Whether a line may be the name of who wrote the report: two to four words that are nothing else."""
    return 2 <= line[1] - line[0] <= 4 and set(read_line(words, *line).classes) == {"w"}


def _read_tail(page: Page, found: _Found) -> None:
    """Go up from the last line as long as lines stand in the margin."""
    words = page.words
    end = len(words)
    for _ in range(_TAIL_LINES):
        while end > found.body and words[end - 1] == "\n":
            end -= 1
        found.body_end = end
        first = _line_start(page, end, found.body)
        if first <= found.body:
            break
        margin = _margin_at_tail(page, first, end)
        if margin is None or margin.kind in ("section", "date"):
            break
        if margin.kind == "boilerplate":
            _take_publisher(page, (first, end), found)
        _take_margin(page, margin, (first, end), found)
        end = first
    _read_last_words(page, found)


def _margin_at_tail(page: Page, first: int, end: int) -> Margin | None:
    words = page.words
    if end - first > LONGEST * 2:
        # A rule drawn with dashes is a word for each of them.
        return read_margin(words, first, end) if words[first] == words[end - 1] and words[first] in "-=*–—_" else None
    margin = read_margin(words, first, end)
    if margin is None and first >= 2 and words[first - 1] == "\n" and words[first - 2][0] in _STOPS:
        margin = read_signature(words, first, end)
    return margin


def _line_start(page: Page, end: int, least: int) -> int:
    """Where the line that ends before word `end` begins, or `least`."""
    if end <= least:
        return least
    broken = page.text.rfind("\n", page.starts[least], page.starts[end - 1])
    return least if broken < 0 else bisect_left(page.starts, broken + 1)


def _take_publisher(page: Page, line: Range, found: _Found) -> None:
    """The post … appeared first on فلان names the outlet."""
    first, end = line
    if page.words[first] == "The" and "on" in page.words[first:end]:
        on = end - 1 - page.words[first:end][::-1].index("on")
        close = end - 1 if page.words[end - 1] == "." else end
        if on + 1 < close:
            found.publisher = (on + 1, close)


def _read_last_words(page: Page, found: _Found) -> None:
    """A credit or an invitation that follows the last full stop on the same line, as (رويترز) or تابعونا."""
    words, end = page.words, found.body_end
    if end - found.body < 8:
        return
    first = _after_last_stop(page, end, found.body)
    if first is None or end - first > 12:
        return
    margin = read_margin(words, first, end)
    if margin is None or margin.kind not in ("credit", "boilerplate"):
        return
    if margin.rule == "heading.marks_alone" or page.starts[first] == page.ends[first - 1]:
        return
    _take_margin(page, margin, (first, end), found)
    found.body_end = first


def _after_last_stop(page: Page, end: int, least: int) -> int | None:
    """The word after the last full stop before word `end` that is not the very last word."""
    words = page.words
    first = end - 1
    while first > max(least, end - 14):
        before = words[first - 1]
        if before[0] in _STOPS or (before in '"»”' and words[first - 2][0] in _STOPS):
            # The stops of (أ.ف.ب) are within its name.
            if classes()[words[first]] != "x" and (
                words[first] in "([" or words[first - 1] != "." or _apart(page, first)
            ):
                return first
        first -= 1
    return None


def _apart(page: Page, word: int) -> bool:
    return page.starts[word] > page.ends[word - 1]


def _outlet(page: Page, article: Article, found: _Found) -> str | None:
    """The outlet that the address or the text names as its publisher."""
    if article.url and (outlet := outlets.by_domain(article.url)):
        return outlet.name
    if found.publisher:
        return page.says(*found.publisher)
    general = heading_words.openings("unnamed")
    if found.dateline and len(found.agencies) == 1:
        agency = page.words[slice(*found.agencies[0])]
        return None if general.whole(agency) else page.says(*found.agencies[0])
    return None


def _published(page: Page, found: _Found) -> str | None:
    """The day that a line of the heading names, if it names one day and its year."""
    from takhrij.reading.times import find_times

    places = found.dates + ([found.dateline] if found.dateline else [])
    for first, end in places:
        if not any(word[0].isdigit() for word in page.words[first:end]):
            continue
        for time in find_times(lay_out(page.says(first, end)), None):
            if len(time.value) == 10 and time.value[:4].isdigit():
                return time.value
    return None
