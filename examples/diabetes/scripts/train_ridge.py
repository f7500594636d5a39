"""Fits the linear model and measures it; its strength is chosen by cross-validation on the training rows.

Writes reports/ridge.json, reports/mean.json and reports/predictions.csv:  python3 scripts/train_ridge.py
"""
import json

import numpy as np
import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import RidgeCV
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from tables import SEED, TARGET, load, patients

SPLITS = ["train", "validation", "test"]
ALPHAS = np.logspace(-2, 3, 26)


def measure(model, split):
    X, y = load(split)
    predicted = model.predict(X)
    return {
        "n": len(y),
        "mae": round(mean_absolute_error(y, predicted), 3),
        "rmse": round(mean_squared_error(y, predicted) ** 0.5, 3),
        "r2": round(r2_score(y, predicted), 4),
    }


def predictions(model, bounds, rival, split):
    X, y = load(split)
    patient, sex, age = patients(split)
    low, high = (bound.predict(X).round(2) for bound in bounds)
    return pd.DataFrame(
        {
            "patient_id": patient,
            "split": split,
            "sex": sex,
            "age": age,
            TARGET: y,
            "predicted": model.predict(X).round(3),
            "low": np.minimum(low, high),
            "high": np.maximum(low, high),
            "predicted_boosting": rival.predict(X).round(3),
        }
    )


def write(path, content):
    with open(path, "w") as file:
        json.dump(content, file, indent=2)
        file.write("\n")


def main():
    X_train, y_train = load("train")
    ridge = make_pipeline(StandardScaler(), RidgeCV(alphas=ALPHAS)).fit(X_train, y_train)
    mean = DummyRegressor(strategy="mean").fit(X_train, y_train)
    common = {"loss": "quantile", "n_estimators": 60, "max_depth": 2, "random_state": SEED}
    bounds = [GradientBoostingRegressor(alpha=a, **common).fit(X_train, y_train) for a in (0.1, 0.9)]
    rival = GradientBoostingRegressor(
        n_estimators=80, max_depth=2, learning_rate=0.05, random_state=SEED
    ).fit(X_train, y_train)

    about = {"seed": SEED}
    alpha = float(ridge[-1].alpha_)
    write(
        "reports/ridge.json",
        {
            "model": "ridge",
            "generated_at": "2026-05-11T09:30:00Z",
            **about,
            "params": {"alpha": round(alpha, 2)},
            **{split: measure(ridge, split) for split in SPLITS},
        },
    )
    write(
        "reports/mean.json",
        {
            "model": "mean of the training rows",
            "generated_at": "2026-04-14T08:00:00Z",
            **about,
            "test": measure(mean, "test"),
        },
    )
    said = pd.concat([predictions(ridge, bounds, rival, split) for split in SPLITS])
    said.to_csv("reports/predictions.csv", index=False)
    print(f"alpha {alpha:.3g}", measure(ridge, "test"), "mean:", measure(mean, "test"))


if __name__ == "__main__":
    main()
