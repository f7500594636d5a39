"""Measures the saved model on every split, and a baseline that knows nothing but the class shares.

Writes reports/metrics.json, reports/predictions.csv and reports/baseline.json:  python3 scripts/evaluate.py
"""
import json
from datetime import datetime, timezone

import joblib
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    f1_score,
    precision_score,
    recall_score,
    roc_auc_score,
)

TARGET = "malignant"
SPLITS = ["train", "validation", "test"]


def load(split):
    table = pd.read_csv(f"data/{split}.csv")
    return table.drop(columns=["sample_id", TARGET]), table[TARGET]


def predictions(model, split):
    """What the model says of each sample, and how large its nuclei are: new samples are smaller."""
    X, y = load(split)
    return pd.DataFrame(
        {
            "sample_id": pd.read_csv(f"data/{split}.csv")["sample_id"],
            "split": split,
            "size": pd.cut(X["mean_radius"], [0, 12, 15, 99], labels=["small", "medium", "large"]),
            "malignant": y,
            "score": model.predict_proba(X)[:, 1].round(6),
            "predicted": model.predict(X),
        }
    )


def measure(model, X, y):
    predicted = model.predict(X)
    tn, fp, fn, tp = (int(n) for n in confusion_matrix(y, predicted).ravel())
    return {
        "n": len(y),
        "recall": round(recall_score(y, predicted), 4),
        "specificity": round(tn / (tn + fp), 4),
        "precision": round(precision_score(y, predicted, zero_division=0), 4),
        "accuracy": round(accuracy_score(y, predicted), 4),
        "f1": round(f1_score(y, predicted), 4),
        "roc_auc": round(roc_auc_score(y, model.predict_proba(X)[:, 1]), 4),
        "confusion_matrix": {"tp": tp, "fp": fp, "fn": fn, "tn": tn},
    }


def report(name, model, splits):
    return {
        "model": name,
        "generated_at": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        **{split: measure(model, *load(split)) for split in splits},
    }


def write(path, content):
    with open(path, "w") as file:
        json.dump(content, file, indent=2)
        file.write("\n")


def main():
    model = joblib.load("models/model.joblib")
    write("reports/metrics.json", report("logistic regression", model, SPLITS))
    said = pd.concat([predictions(model, split) for split in SPLITS])
    said.to_csv("reports/predictions.csv", index=False)

    X_train, y_train = load("train")
    majority = DummyClassifier(strategy="most_frequent").fit(X_train, y_train)
    write("reports/baseline.json", report("majority class", majority, SPLITS))


if __name__ == "__main__":
    main()
