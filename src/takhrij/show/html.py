"""Readings as one self-contained right-to-left page: the text marked, and each statement's chain beside it."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from takhrij.model.article import Article
from takhrij.model.reading import Reading
from takhrij.model.span import Span
from takhrij.model.statement import Link, Statement
from takhrij.show import labels
from takhrij.show.nesting import Placed, nest
from takhrij.show.plain import fit, plain
from takhrij.show.report_events import chronicle
from takhrij.show.roles import roles_of
from takhrij.show.segments import Mark, Paragraph, Segment, paragraphs
from takhrij.show.why import why

_TAGS = {"headline": "h2"}
# What may stand in a page that asks nothing of any other: its own style and script.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def page(readings: Iterable[tuple[Article, Reading]]) -> Iterator[str]:
    """The page in pieces, report after report; it holds no more in memory than its table of contents."""
    style = files("takhrij.show").joinpath("page.css").read_text("utf-8")
    script = files("takhrij.show").joinpath("page.js").read_text("utf-8")
    yield (
        '<!doctype html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{labels.TITLE}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{_masthead()}<main>\n"
    )
    contents = []
    for number, (article, reading) in enumerate(readings):
        contents.append(_entry(number, article, reading))
        yield from _report(number, article, reading)
    yield "</main>\n"
    if len(contents) > 1:
        # It can only be written when all is known; the style sheet puts it first.
        yield f'<nav aria-label="{labels.CONTENTS}"><h2>{labels.CONTENTS}</h2><ol>{"".join(contents)}</ol></nav>\n'
    yield f"<script>\n{script}</script>\n</body>\n</html>\n"


def _masthead() -> str:
    forms = "".join(f'<li><mark class="content {form}">{words}</mark></li>' for form, words in labels.FORMS.items())
    return (
        f'<header class="masthead"><h1>{labels.TITLE}</h1>'
        f'<form class="filter" hidden><label>{labels.SPEAKER} '
        f'<select id="speaker"><option value="">{labels.ALL_SPEAKERS}</option></select></label>'
        f'<label><input type="checkbox" id="unnamed"> {labels.ONLY_UNNAMED}</label>'
        f'<label><input type="checkbox" id="relayed"> {labels.ONLY_RELAYED}</label></form>'
        f'<details class="legend"><summary>{labels.LEGEND}</summary><ul>{forms}'
        f'<li><span class="cue">{labels.CUE}</span></li><li><span class="source">{labels.SOURCE}</span></li>'
        f'<li><span class="time">{labels.TIME}</span></li><li><span class="link veiled">{labels.VEILED}</span></li>'
        f"</ul><p>{labels.READ_CHAIN}</p></details></header>\n"
    )


def _entry(number: int, article: Article, reading: Reading) -> str:
    count = f"{len(reading.statements)} {labels.STATEMENTS}"
    return f'<li><a href="#r{number}">{_title(article, reading)}</a> <small>{count}</small></li>'


def _title(article: Article, reading: Reading) -> str:
    span = reading.heading.headline or Span(0, 100)
    return escape(plain(span.of(article.text)) or plain(reading.id))


def _report(number: int, article: Article, reading: Reading) -> Iterator[str]:
    imprint = " · ".join(_imprint(article, reading))
    yield f'<article id="r{number}">\n<header><p class="imprint">{imprint}</p></header>\n'
    placed, roles = nest(reading.statements), roles_of(reading)
    first = dict.fromkeys(range(len(reading.statements)), "")
    waiting = 0
    for paragraph in paragraphs(article.text, reading):
        beside = []
        while waiting < len(placed) and placed[waiting].statement.content.start < paragraph.span.end:
            beside.append(_card(number, article.text, placed[waiting], roles))
            waiting += 1
        tag = _TAGS.get(paragraph.role, "p")
        words = _paragraph(number, article.text, paragraph, reading, first)
        yield f'<section class="row"><{tag} class="{paragraph.role}">{words}</{tag}>'
        yield f"<aside>{''.join(beside)}</aside></section>\n" if beside else "</section>\n"
    if not reading.statements:
        yield f'<p class="nothing">{labels.NOTHING}</p>\n'
    yield from chronicle(number, article.text, reading)
    if reading.times:
        yield f'<details class="times"><summary>{labels.TIMES} ({len(reading.times)})</summary><ul>'
        for time in reading.times:
            words = escape(plain(time.span.of(article.text)))
            yield f"<li><bdi>{words}</bdi> <code>{escape(time.value)}</code>{_rule(time.rule)}</li>"
        yield "</ul></details>\n"
    yield "</article>\n"


def _imprint(article: Article, reading: Reading) -> Iterator[str]:
    report = reading.report
    for words in filter(None, (report.outlet, report.place)):
        yield f"<bdi>{escape(plain(words))}</bdi>"
    if report.published:
        day = escape(report.published[:10])
        yield f'<time datetime="{day}">{day}</time>'
    name = f"<bdi>{escape(plain(reading.id))}</bdi>"
    # Only such addresses may be followed: a report may carry any text as its address.
    if article.url and article.url.startswith(("https://", "http://")):
        name = f'<a href="{escape(plain(article.url))}" rel="noreferrer">{name}</a>'
    yield name


def _paragraph(number: int, text: str, paragraph: Paragraph, reading: Reading, first: dict[int, str]) -> str:
    """The line with its marks; `first` holds the statements whose number has not stood in the text yet."""
    pieces = []
    for segment in paragraph.segments:
        for kind, index in segment.marks:
            if kind == "content" and first.pop(index, None) is not None:
                label = f'<a class="number" href="#r{number}s{index}">{index + 1}</a>'
                pieces.append(label)
        pieces.append(_segment(number, text, segment, reading))
    return "".join(pieces)


def _segment(number: int, text: str, segment: Segment, reading: Reading) -> str:
    words = escape(fit(segment.span.of(text)))
    if not segment.marks:
        return words
    classes = dict.fromkeys(kind for kind, _ in segment.marks)
    contents = [index for kind, index in segment.marks if kind == "content"]
    if contents:
        classes[reading.statements[contents[-1]].form] = None
        if len(contents) > 1:
            classes["nested"] = None
    tag = "mark" if contents else "span"
    owners = " ".join(
        dict.fromkeys(f"r{number}s{index}" for kind, index in segment.marks if _of_statement((kind, index)))
    )
    times = [reading.times[index].value for kind, index in segment.marks if kind == "time"]
    title = f' title="{escape(times[0])}"' if times else ""
    return f'<{tag} class="{" ".join(classes)}" data-of="{owners}"{title}>{words}</{tag}>'


def _of_statement(mark: Mark) -> bool:
    return mark[0] in ("content", "cue", "source", "asked")


def _card(number: int, text: str, placed: Placed, roles: dict[str, str]) -> str:
    statement, index = placed.statement, placed.index
    flags = f"{'' if statement.named else ' unnamed'}{' relayed' if len(statement.chain) > 1 else ''}"
    chain = f'<li class="from">{labels.FROM}</li>'.join(f"<li>{_link(link)}</li>" for link in statement.links)
    return (
        f'<div class="card {statement.form}{flags}" id="r{number}s{index}" style="--depth:{min(placed.depth, 4)}" '
        f'data-speaker="{escape(plain(statement.speaker))}"><span class="number">{index + 1}</span>'
        f'<ol class="chain">{chain}</ol>{_about(text, statement, roles)}{_rule(statement.rule)}</div>'
    )


def _link(link: Link) -> str:
    classes = f"link {link.kind}{'' if link.named else ' veiled'}"
    title = escape(plain(f"{link.rule}: {why(link.rule)}".removesuffix(": ")))
    return f'<bdi class="{classes}" title="{title}">{escape(plain(link.name))}</bdi>'


def _about(text: str, statement: Statement, roles: dict[str, str]) -> str:
    kind = (labels.KINDS if statement.named else labels.UNNAMED)[statement.kind]
    parts = [labels.FORMS[statement.form], kind]
    if statement.named and statement.speaker in roles:
        parts.append(f"<bdi>{escape(plain(roles[statement.speaker]))}</bdi>")
    if statement.cue:
        parts.insert(0, f"«{escape(plain(statement.cue.of(text)))}»")
    veil = statement.veil
    if veil and veil.number and veil.number > 1:
        parts.append(f"{labels.NUMBER_OF}: {veil.number}")
    if veil and veil.asked:
        parts.append(f"{labels.ASKED}: «{escape(plain(veil.asked.of(text)))}»")
    return f'<p class="about">{" · ".join(parts)}</p>'


def _rule(name: str) -> str:
    because = why(name)
    name = escape(plain(name))
    if not because:
        return f'<p class="rule" lang="en" dir="ltr">{name}</p>'
    return f'<details class="rule" lang="en" dir="ltr"><summary>{name}</summary>{escape(because)}</details>'
