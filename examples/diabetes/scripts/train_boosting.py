"""Fits boosted trees at three learning rates, and tracks each as a run of MLflow's file store.

Which one is best the validation rows say. None of them is measured on the test rows: python3 scripts/train_boosting.py
"""
import shutil

import pandas as pd
import track
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_absolute_error, mean_squared_error
from tables import SEED, TARGET, load, patients

STARTED = 1_777_881_600_000  # 2026-05-04
HOUR = 3_600_000
TREES = 150


def curve(model, X, y):
    return [round(mean_squared_error(y, said) ** 0.5, 3) for said in model.staged_predict(X)]


def main():
    X_train, y_train = load("train")
    X_validation, y_validation = load("validation")
    patient, _, _ = patients("validation")
    shutil.rmtree("mlruns", ignore_errors=True)
    track.experiment("progression")
    for at, rate in enumerate([0.02, 0.05, 0.2]):
        model = GradientBoostingRegressor(
            n_estimators=TREES, max_depth=2, learning_rate=rate, random_state=SEED
        ).fit(X_train, y_train)
        said = model.predict(X_validation)
        track.run(
            run_id=f"{at + 1:x}b7e2a9c4d1f40568e3a7c2d5f9b1{at:03x}",
            name=f"boosting at {rate}",
            started=STARTED + at * HOUR,
            metrics={"val_mae": round(mean_absolute_error(y_validation, said), 3)},
            curves={
                "train_rmse": curve(model, X_train, y_train),
                "val_rmse": curve(model, X_validation, y_validation),
            },
            params={"learning_rate": rate, "n_estimators": TREES, "max_depth": 2, "seed": SEED},
            predictions=pd.DataFrame(
                {"patient_id": patient, TARGET: y_validation, "predicted": said.round(3)}
            ),
        )
        print(f"rate {rate}: validation MAE {mean_absolute_error(y_validation, said):.2f}")


if __name__ == "__main__":
    main()
