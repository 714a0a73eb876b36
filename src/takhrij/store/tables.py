"""The tables of an archive, the same in SQLite and PostgreSQL."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    false,
)

metadata = MetaData()

# `key` is what makes a report the same one when it comes again: its id, else its address, else its words. The text is
# as published; `body` is where it begins behind the title. `sampled` counts the report's rows in `grams`; `digest`
# tells whether the article has changed. `story` is the report that began the story this one belongs to.
# `given_outlet` and `given_published` came with the article; `outlet` and `published` may have been read in its text.
reports = Table(
    "reports",
    metadata,
    Column("report", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("outlet", Text),
    Column("published", Text),
    Column("day", Text),
    Column("title", Text),
    Column("url", Text),
    Column("place", Text),
    Column("body", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("sampled", Integer, nullable=False),
    Column("rules", Text, nullable=False),
    Column("added", Text, nullable=False),
    Column("story", Integer),
    Column("given_outlet", Text),
    Column("given_published", Text),
)
Index("reports_by_day", reports.c.day)
Index("reports_by_story", reports.c.story)
Index("reports_by_rules", reports.c.rules)

# What a changed article said before.
versions = Table(
    "versions",
    metadata,
    Column("report", ForeignKey("reports.report"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("published", Text),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("added", Text, nullable=False),
)

# Everything one report says, as JSON packed with zlib: what stands in the tables below is taken from it.
readings = Table(
    "readings",
    metadata,
    Column("report", ForeignKey("reports.report"), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)

# `number` is the statement's place in its reading. `chain` runs from the one nearest to the reader to the speaker;
# `asked` are the words in which an unnamed one asked not to be named. `family` is the statement that began the family
# of quotations this one belongs to; null for what is no quotation.
statements = Table(
    "statements",
    metadata,
    Column("statement", Integer, primary_key=True),
    Column("report", ForeignKey("reports.report"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("speaker_key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("form", Text, nullable=False),
    Column("asked", Text),
    Column("chain", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("family", Integer),
)
Index("statements_by_report", statements.c.report)
Index("statements_by_family", statements.c.family)
Index("statements_by_speaker", statements.c.speaker_key)

# `key` is the folded name, by which spellings of it meet; `spellings` are those of all its names, each between bars.
actors = Table(
    "actors",
    metadata,
    Column("report", ForeignKey("reports.report"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("role", Text),
    Column("aliases", Text),
    Column("spellings", Text, nullable=False),
    Column("country", Text),
    Column("sector", Text),
    Column("known", Text),
    Column("said", Integer, nullable=False),
)
Index("actors_by_key", actors.c.key)

# The words of actors' spellings, by which they are looked up.
name_words = Table(
    "name_words",
    metadata,
    Column("word", Text, primary_key=True),
    Column("report", ForeignKey("reports.report"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
Index("name_words_by_report", name_words.c.report)

# `day` is the event's own date where the report tells it (ISO 8601 or EDTF), else null. Who took part stands between
# bars, and so do the `spellings` of all their names; `suffered` is how many suffered it. `statement` is the place in
# the reading of the statement that tells it, null where the report does in its own voice, and `chain` that statement's.
events = Table(
    "events",
    metadata,
    Column("event", Integer, primary_key=True),
    Column("report", ForeignKey("reports.report"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("day", Text),
    Column("actor", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("others", Text, nullable=False),
    Column("spellings", Text, nullable=False),
    Column("place", Text),
    Column("country", Text),
    Column("suffered", Integer),
    Column("trigger", Text, nullable=False),
    Column("statement", Integer),
    Column("chain", Text),
)
Index("events_by_report", events.c.report)
Index("events_by_day", events.c.day)

# The outlets and agencies that a report names as where something comes from; `whole` where its heading credits one, so
# that all its text may be that agency's.
credited = Table(
    "credits",
    metadata,
    Column("report", ForeignKey("reports.report"), primary_key=True),
    Column("outlet", Text, primary_key=True),
    Column("whole", Boolean, nullable=False, server_default=false()),
)

# The sampled 5-grams by which copies are looked up.
grams = Table(
    "grams",
    metadata,
    Column("gram", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# `origin` is the agency whose text both are, where the archive does not have its original.
copies = Table(
    "copies",
    metadata,
    Column("a", ForeignKey("reports.report"), primary_key=True),
    Column("b", ForeignKey("reports.report"), primary_key=True),
    Column("containment", Float, nullable=False),
    Column("older", Integer),
    Column("credited", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("passages", Text, nullable=False),
    Column("origin", Text),
)
Index("copies_by_b", copies.c.b)

# Decisions that two names are one actor's or are not; rows are only ever added. Each side is a name with its type, or
# that name in one report alone, given by its key. The latest decision on two sides holds.
judgements = Table(
    "judgements",
    metadata,
    Column("judgement", Integer, primary_key=True),
    Column("left_type", Text, nullable=False),
    Column("left_name", Text, nullable=False),
    Column("left_report", Text),
    Column("right_type", Text, nullable=False),
    Column("right_name", Text, nullable=False),
    Column("right_report", Text),
    Column("verdict", Text, nullable=False),
    Column("score", Float),
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)

# The feeds that are watched, and what their servers said last; `due` is in seconds since 1970.
feeds = Table(
    "feeds",
    metadata,
    Column("address", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("failures", Integer, nullable=False),
    Column("due", Float, nullable=False),
)
