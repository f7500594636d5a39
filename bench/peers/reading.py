"""Makes files of metrics, or reads them as Python programs do: CPU seconds, MB at most, how many points."""

import json
import os
import resource
import sqlite3
import sys
import time

ROWS = 1_000_000
RUNS = 2_000


def make(folder):
    os.makedirs(f"{folder}/steps/0/r/metrics")
    meta = "run_id: {0}\nrun_name: run-{0}\nstatus: 3\nlifecycle_stage: active\nstart_time: 1700000000000\nend_time: 1700000001000\n"
    meta += "artifact_uri: file:///x/{0}/artifacts\nexperiment_id: '0'\nsource_type: 4\ntags: []\nuser_id: ana\n"
    experiment = "experiment_id: '0'\nname: e\nlifecycle_stage: active\n"
    for store in ("steps", "store"):
        os.makedirs(f"{folder}/{store}/0", exist_ok=True)
        put(f"{folder}/{store}/0/meta.yaml", experiment)
    put(f"{folder}/steps/0/r/meta.yaml", meta.format("r"))
    put(f"{folder}/steps/0/r/metrics/loss", "".join(f"{1700000000000 + i} {1 / (i + 1)} {i}\n" for i in range(ROWS)))
    for run in range(RUNS):
        for kind, names in (("metrics", "abcde"), ("params", "fghij"), ("tags", "klmno")):
            os.makedirs(f"{folder}/store/0/{run}/{kind}")
            for name in names:
                put(f"{folder}/store/0/{run}/{kind}/{name}", "1700000000000 0.5 0\n" if kind == "metrics" else "0.1")
        put(f"{folder}/store/0/{run}/meta.yaml", meta.format(run))
    put(f"{folder}/log.csv", "step,loss,acc\n" + "".join(f"{i},{1 / (i + 1):.9f},0.{i % 97:02d}\n" for i in range(ROWS)))
    with sqlite3.connect(f"{folder}/mlflow.db") as db:
        db.executescript(
            """CREATE TABLE experiments (experiment_id INTEGER, name TEXT, lifecycle_stage TEXT);
            CREATE TABLE runs (run_uuid TEXT PRIMARY KEY, name TEXT, status TEXT, start_time INTEGER, end_time INTEGER,
              lifecycle_stage TEXT, experiment_id INTEGER);
            CREATE TABLE metrics (key TEXT, value REAL, timestamp INTEGER, run_uuid TEXT, step INTEGER, is_nan INTEGER,
              PRIMARY KEY (key, timestamp, step, run_uuid, value, is_nan));
            CREATE INDEX by_run ON metrics (run_uuid);
            INSERT INTO experiments VALUES (0, 'e', 'active');"""
        )
        db.executemany("INSERT INTO runs VALUES (?, ?, 'FINISHED', 1, 2, 'active', 0)", ((f"{r}", f"{r}") for r in range(RUNS)))
        rows = ((f"m{m}", s / 7, s, f"{r}", s, 0) for r in range(RUNS) for m in range(5) for s in range(20))
        db.executemany("INSERT INTO metrics VALUES (?, ?, ?, ?, ?, ?)", rows)


def put(path, text):
    with open(path, "w") as file:
        file.write(text)


def lines(path):
    """As MLflow's file store takes a line apart."""
    with open(path) as file:
        for line in file:
            fields = line.strip().split(" ")
            yield int(fields[0]), float(fields[1]), int(fields[2])


def steps(folder):
    return len([{"timestamp": t, "value": v, "step": s} for t, v, s in lines(f"{folder}/steps/0/r/metrics/loss")])


def store(folder):
    """Each run as a record, its `meta.yaml` by PyYAML's parser in C, as MLflow reads it."""
    import yaml

    runs = []
    root = f"{folder}/store/0"
    for run in os.listdir(root):
        if not os.path.isdir(f"{root}/{run}"):
            continue
        with open(f"{root}/{run}/meta.yaml") as file:
            meta = yaml.load(file, Loader=yaml.CSafeLoader)
        metrics = {name: max(lines(f"{root}/{run}/metrics/{name}")) for name in os.listdir(f"{root}/{run}/metrics")}
        texts = {kind: {} for kind in ("params", "tags")}
        for kind, found in texts.items():
            for name in os.listdir(f"{root}/{run}/{kind}"):
                with open(f"{root}/{run}/{kind}/{name}") as file:
                    found[name] = file.read()
        runs.append((meta, metrics, texts))
    return sum(len(metrics) for _, metrics, _ in runs)


def table(folder):
    import pandas

    return int(pandas.read_csv(f"{folder}/log.csv").count()[["loss", "acc"]].sum())


def database(folder):
    with sqlite3.connect(f"{folder}/mlflow.db") as db:
        return len(db.execute("SELECT run_uuid, key, value, step, is_nan FROM metrics ORDER BY step").fetchall())


if __name__ == "__main__":
    what, where = sys.argv[1:]
    if what == "make":
        make(where)
    else:
        before = time.process_time()
        points = {"steps": steps, "store": store, "table": table, "database": database}[what](where)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps([time.process_time() - before, memory, points]))
