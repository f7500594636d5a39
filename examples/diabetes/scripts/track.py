"""Writes a run as MLflow's file store does, so that the example needs no MLflow:

    mlruns/1/<run>/{meta.yaml, metrics/<name>, params/<name>, tags/<name>, artifacts/}
"""
from pathlib import Path

STORE = Path("mlruns/1")
FINISHED = 3
LOCAL = 4


def experiment(name):
    STORE.mkdir(parents=True, exist_ok=True)
    text = f"artifact_location: mlruns/1\nexperiment_id: '1'\nlifecycle_stage: active\nname: {name}\n"
    (STORE / "meta.yaml").write_text(text)


def run(run_id, name, started, metrics, curves, params, predictions):
    """`started` in milliseconds since 1970; `curves` hold a value for each step."""
    folder = STORE / run_id
    for part in ("metrics", "params", "tags", "artifacts"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "meta.yaml").write_text(
        f"artifact_uri: artifacts\nend_time: {started + 60_000}\nexperiment_id: '1'\n"
        f"lifecycle_stage: active\nrun_id: {run_id}\nrun_name: {name}\nsource_type: {LOCAL}\n"
        f"start_time: {started}\nstatus: {FINISHED}\ntags: []\nuser_id: ''\n"
    )
    for key, value in metrics.items():
        (folder / "metrics" / key).write_text(f"{started} {value} 0\n")
    for key, values in curves.items():
        lines = [f"{started + step} {value} {step}\n" for step, value in enumerate(values, start=1)]
        (folder / "metrics" / key).write_text("".join(lines))
    for key, value in params.items():
        (folder / "params" / key).write_text(str(value))
    (folder / "tags" / "mlflow.runName").write_text(name)
    predictions.to_csv(folder / "artifacts" / "predictions.csv", index=False)
