"""Writes the Wisconsin diagnostic data as three CSV files: 60 % train, 20 % validation, 20 % test.

Run once, before anything else:  python3 scripts/prepare_data.py
"""
from pathlib import Path

from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

SEED = 20260918
TARGET = "malignant"


def load():
    """One row per aspirate: thirty measurements of cell nuclei, and whether histology found cancer."""
    table = load_breast_cancer(as_frame=True).frame
    table.columns = [name.replace(" ", "_") for name in table.columns]
    table.insert(0, "sample_id", table.index)
    # scikit-learn codes benign as 1; here the positive class is the one that must not be missed.
    table[TARGET] = 1 - table.pop("target")
    return table


def main():
    table = load()
    rest, test = train_test_split(table, test_size=0.2, stratify=table[TARGET], random_state=SEED)
    train, validation = train_test_split(
        rest, test_size=0.25, stratify=rest[TARGET], random_state=SEED
    )
    Path("data").mkdir(exist_ok=True)
    for name, part in {"train": train, "validation": validation, "test": test}.items():
        part.sort_values("sample_id").to_csv(f"data/{name}.csv", index=False)
        print(f"{name:<10} {len(part):>4} rows, {part[TARGET].mean():.1%} malignant")


if __name__ == "__main__":
    main()
