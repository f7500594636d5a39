"""The splits as features and target."""
import pandas as pd

TARGET = "progression"
FEATURES = ["age", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"]
SEED = 11


def load(split):
    table = pd.read_csv(f"data/{split}.csv")
    return table[FEATURES], table[TARGET]


def patients(split):
    """Who they are: for files of predictions, not for models."""
    table = pd.read_csv(f"data/{split}.csv")
    age = pd.cut(table["age"], [0, 40, 55, 99], labels=["to 40", "41 to 55", "over 55"])
    return table["patient_id"], table["sex"], age
