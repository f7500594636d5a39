"""Writes scikit-learn's diabetes data as three CSV files: 60 % train, 20 % validation, 20 % test.

Run once, before anything else:  python3 scripts/prepare_data.py
"""
from pathlib import Path

from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split

SEED = 20260406


def main():
    table = load_diabetes(as_frame=True, scaled=False).frame
    table.insert(0, "patient_id", table.index)
    table["sex"] = table["sex"].map({1: "a", 2: "b"})  # the source does not say which is which
    table = table.rename(columns={"target": "progression"})
    rest, test = train_test_split(table, test_size=0.2, random_state=SEED)
    train, validation = train_test_split(rest, test_size=0.25, random_state=SEED)
    Path("data").mkdir(exist_ok=True)
    for name, part in {"train": train, "validation": validation, "test": test}.items():
        part.sort_values("patient_id").round(4).to_csv(f"data/{name}.csv", index=False)
        print(f"{name:<10} {len(part):>4} patients, progression {part['progression'].mean():.1f} on average")


if __name__ == "__main__":
    main()
