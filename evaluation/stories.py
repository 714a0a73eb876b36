"""How well an archive's stories agree with the groups of reports that are known to tell one event.

    python evaluation/stories.py ARCHIVE

The groups are those of ../shared/data/news/same_event_groups.jsonl; B-cubed within the grouped reports, since of the
others nobody knows what they tell.
"""

import json
import os
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from pathlib import Path

SHARED = Path(os.environ.get("TAKHRIJ_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
GROUPS = SHARED / "data" / "news" / "same_event_groups.jsonl"


def b_cubed(found: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the reports that both know (Bagga and Baldwin 1998)."""
    both = [report for report in gold if report in found]
    stories, groups = defaultdict(set), defaultdict(set)
    for report in both:
        stories[found[report]].add(report)
        groups[gold[report]].add(report)
    precision = recall = 0.0
    for report in both:
        story, group = stories[found[report]], groups[gold[report]]
        precision += len(story & group) / len(story) / len(both)
        recall += len(story & group) / len(group) / len(both)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Print the figures."""
    if len(sys.argv) != 2 or not GROUPS.is_file():
        sys.exit(__doc__)
    gold = {report: n for n, line in enumerate(GROUPS.open("rb")) for report in json.loads(line)["ids"]}
    archive = sqlite3.connect(sys.argv[1])
    found = dict(archive.execute("SELECT key, story FROM reports WHERE story IS NOT NULL"))
    precision, recall, f1 = b_cubed(found, gold)
    sizes = Counter(Counter(found.values()).values())
    print(f"{len(found)} reports in {sum(sizes.values())} stories; the largest hold {sorted(sizes)[-5:]}")  # noqa: T201
    print(f"B-cubed over {sum(r in found for r in gold)} reports: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")  # noqa: T201


if __name__ == "__main__":
    main()
