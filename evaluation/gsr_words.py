"""What a bag of words reaches on the sentences of arabic_event_gsr: the mark beside `python evaluation/gsr.py`.

    pip install scikit-learn==1.9.1
    python evaluation/gsr_words.py      best F1 of PROTEST and ASSAULT, by sentences and by single votes

TF-IDF over words, pairs of words or letters, logistic regression, five folds, each sentence in one fold. The threshold
is chosen on the answers themselves, so that the figure is what such a program reaches at most. The second figure
counts every annotator's vote as a sentence of its own, so that most sentences are learnt from and asked for.
"""

import json
import sys

import gsr
import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve
from sklearn.model_selection import StratifiedKFold, cross_val_predict

FEATURES = (
    {"analyzer": "word"},
    {"analyzer": "word", "ngram_range": (1, 2)},
    {"analyzer": "char_wb", "ngram_range": (2, 5)},
)
FOLDS = StratifiedKFold(5, shuffle=True, random_state=0)


def best(texts: list[str], accepted: list[bool]) -> float:
    """The highest F1 of all features, weights and thresholds."""
    found = 0.0
    for features in FEATURES:
        matrix = TfidfVectorizer(**features).fit_transform(texts)
        for weight in (None, "balanced"):
            model = LogisticRegression(C=10, class_weight=weight, max_iter=2000)
            likely = cross_val_predict(model, matrix, accepted, cv=FOLDS, method="predict_proba")[:, 1]
            precision, recall, _ = precision_recall_curve(accepted, likely)
            f1 = 2 * precision * recall / numpy.maximum(precision + recall, 1e-9)
            found = max(found, float(f1.max()))
    return found


def main() -> int:
    """Print the figures."""
    golds = [json.loads(line) for line in (gsr.BENCH / gsr.SENTENCES).read_text("utf-8").splitlines()]
    for kind in ("PROTEST", "ASSAULT"):
        asked = [gold for gold in golds if gold["type"] == kind]
        sentences = best([gold["text"] for gold in asked], [gold["accept"] > gold["reject"] for gold in asked])
        texts = [gold["text"] for gold in asked for _ in range(gold["accept"] + gold["reject"])]
        votes = [vote < gold["accept"] for gold in asked for vote in range(gold["accept"] + gold["reject"])]
        print(f"{kind:8} by sentences F1 {sentences:.3f}, by votes F1 {best(texts, votes):.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
