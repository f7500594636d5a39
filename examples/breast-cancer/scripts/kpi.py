"""What the triage would have meant for the laboratory, had the test rows come in as three weeks of work.

Writes reports/kpi.csv, one row a week:  python3 scripts/kpi.py
"""
import joblib
import numpy as np
import pandas as pd

TARGET = "malignant"
SEED = 20260918


def main():
    test = pd.read_csv("data/test.csv").sample(frac=1, random_state=SEED)
    model = joblib.load("models/model.joblib")
    urgent = model.predict(test.drop(columns=["sample_id", TARGET])) == 1
    rows = []
    for week, part in enumerate(np.array_split(np.arange(len(test)), 3), start=1):
        malignant = test[TARGET].to_numpy()[part] == 1
        rows.append(
            {
                "week": week,
                "aspirates": len(part),
                "read_first": int(urgent[part].sum()),
                "share_read_first": round(float(urgent[part].mean()), 4),
                "missed": int((malignant & ~urgent[part]).sum()),
            }
        )
    pd.DataFrame(rows).to_csv("reports/kpi.csv", index=False)


if __name__ == "__main__":
    main()
