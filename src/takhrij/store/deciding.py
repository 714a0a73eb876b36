"""What a reviewer says, made into judgements and kept: these two are one, these are not, this one stands by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from takhrij.errors import InputError
from takhrij.model.link import Judgement, Named, Verdict
from takhrij.store.view import View
from takhrij.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who decides who is who; `why` goes with each decision."""

    view: View
    writer: Writer
    by: str
    why: str = ""

    def decide(self, left: Named, right: Named, verdict: Verdict) -> list[Judgement]:
        """Keep a decision on two names. Raises InputError where no report has one of them."""
        self._look(left)
        self._look(right)
        return self._keep([self._judgement(left, right, verdict)])

    def split(self, name: Named, in_reports: Sequence[str] = ()) -> list[Judgement]:
        """Take `name` away from the names it stands with now; or, of its namings, those in some reports from the rest.

        The namings taken away are one actor's from then on. Raises InputError where no report, or one of
        these, names anybody so.
        """
        self._look(name)
        if not in_reports:
            return self._keep([self._judgement(name, other, "different") for other in self.view.names_with(name)])
        alone = [Named(type=name.type, name=name.name, report=report) for report in in_reports]
        for one in alone:
            self._look(one)
        apart = [self._judgement(one, name, "different") for one in alone]
        return self._keep(apart + [self._judgement(alone[0], one, "same") for one in alone[1:]])

    def _look(self, named: Named) -> None:
        if not self.view.has_name(named):
            where = f"the report {named.report}" if named.report else "the archive"
            raise InputError(f"{named.name!r}: {where} names no {named.type} so")

    def _judgement(self, left: Named, right: Named, verdict: Verdict) -> Judgement:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return Judgement(left=left, right=right, verdict=verdict, score=None, why=self.why, by=self.by, at=now)

    def _keep(self, made: list[Judgement]) -> list[Judgement]:
        if made:
            self.writer.judge(made)
        return made
