"""Chooses the regularisation by cross-validation on the training rows, and saves the pipeline.

python3 scripts/train.py
"""
from pathlib import Path

import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

SEED = 20260918
TARGET = "malignant"


def main():
    train = pd.read_csv("data/train.csv")
    X_train = train.drop(columns=["sample_id", TARGET])
    y_train = train[TARGET]

    pipeline = make_pipeline(StandardScaler(), LogisticRegression(max_iter=2000))
    search = GridSearchCV(
        pipeline,
        {"logisticregression__C": [0.01, 0.03, 0.1, 0.3, 1.0, 3.0]},
        scoring="roc_auc",
        cv=StratifiedKFold(5, shuffle=True, random_state=SEED),
    )
    search.fit(X_train, y_train)

    Path("models").mkdir(exist_ok=True)
    joblib.dump(search.best_estimator_, "models/model.joblib")
    print(search.best_params_, f"cross-validated ROC AUC {search.best_score_:.4f}")


if __name__ == "__main__":
    main()
