"""The same figures by scikit-learn and scipy, or by their formulas where these have none: reads inputs, writes figures."""

import json
import sys
import warnings

import numpy as np
from scipy import special, stats
from scipy.spatial.distance import jensenshannon
from sklearn import metrics as m

warnings.simplefilter("ignore")
EPS = np.finfo(float).eps


def t_quantile(df):
    """Of 0.975: scipy's own is off by up to 4e-9 of itself, by its own distribution function."""
    z = special.betaincinv(df / 2, 0.5, 0.05)
    return np.sqrt(df * (1 - z) / z)


BINARY = {
    "accuracy": m.accuracy_score,
    "balanced_accuracy": m.balanced_accuracy_score,
    "precision": m.precision_score,
    "recall": m.recall_score,
    "f1": m.f1_score,
    "mcc": m.matthews_corrcoef,
    "kappa": m.cohen_kappa_score,
}


def binary(c):
    y, s, w = np.array(c["y_true"]), np.array(c["y_score"]), c.get("weight")
    p = (s >= 0.5).astype(int)
    fpr, tpr, _ = m.roc_curve(y, s, sample_weight=w)
    own = {name: of(y, p, sample_weight=w) for name, of in BINARY.items()}
    if p.sum() == 0:
        del own["precision"]
    return {
        **own,
        "specificity": m.recall_score(y, p, pos_label=0, sample_weight=w),
        "roc_auc": m.roc_auc_score(y, s, sample_weight=w),
        "average_precision": m.average_precision_score(y, s, sample_weight=w),
        "ks": max(tpr - fpr),
        "log_loss": m.log_loss(y, s, eps=EPS, sample_weight=w),
        "brier": m.brier_score_loss(y, s, sample_weight=w),
    }


def multiclass(c):
    y, w = np.array(c["y_true"]), c.get("weight")
    labels = sorted(set(y))
    proba = np.array([c[f"proba_{label}"] for label in labels]).T
    p = np.array(labels)[proba.argmax(axis=1)]
    of = {"sample_weight": w, "zero_division": 0}
    return {
        "accuracy": m.accuracy_score(y, p, sample_weight=w),
        "balanced_accuracy": m.balanced_accuracy_score(y, p, sample_weight=w),
        "precision_macro": m.precision_score(y, p, average="macro", **of),
        "recall_macro": m.recall_score(y, p, average="macro", **of),
        "f1_macro": m.f1_score(y, p, average="macro", **of),
        "f1_weighted": m.f1_score(y, p, average="weighted", **of),
        "mcc": m.matthews_corrcoef(y, p, sample_weight=w),
        "kappa": m.cohen_kappa_score(y, p, sample_weight=w),
        "log_loss": m.log_loss(y, proba, eps=EPS, sample_weight=w),
        "top_k_accuracy": m.top_k_accuracy_score(y, proba, k=3, sample_weight=w),
        **({} if w else {"roc_auc_ovr": m.roc_auc_score(y, proba, multi_class="ovr")}),
    }


def multilabel(c):
    w = c.get("weight")
    y = np.array([c[f"true_{label}"] for label in "xyz"]).T
    s = np.array([c[f"prob_{label}"] for label in "xyz"]).T
    p = (s >= 0.5).astype(int)
    of = {"sample_weight": w, "zero_division": 0}
    return {
        "f1_micro": m.f1_score(y, p, average="micro", **of),
        "f1_macro": m.f1_score(y, p, average="macro", **of),
        "f1_samples": m.f1_score(y, p, average="samples", **of),
        "jaccard": m.jaccard_score(y, p, average="samples", **of),
        "hamming_loss": m.hamming_loss(y, p, sample_weight=w),
        "subset_accuracy": m.accuracy_score(y, p, sample_weight=w),
        "lrap": m.label_ranking_average_precision_score(y, s, sample_weight=w),
    }


def regression(c):
    y, p, w = np.array(c["y_true"]), np.array(c["y_pred"]), c.get("weight")
    return {
        "mae": m.mean_absolute_error(y, p, sample_weight=w),
        "rmse": m.mean_squared_error(y, p, squared=False, sample_weight=w),
        "r2": m.r2_score(y, p, sample_weight=w),
        "mape": m.mean_absolute_percentage_error(y, p, sample_weight=w),
        "bias": np.average(p - y, weights=w),
        "wape": np.average(abs(p - y), weights=w) / np.average(abs(y), weights=w),
        "max_error": m.max_error(y, p),
        **({} if w else {"median_absolute_error": m.median_absolute_error(y, p)}),
    }


def ranking(c):
    q, y, s = (np.array(c[name]) for name in ("query_id", "relevance", "score"))
    per = {"ndcg": [], "map": [], "mrr": [], "recall_at_k": [], "hit_rate": []}
    has_ties = False
    for query in dict.fromkeys(q):
        own, score = y[q == query], s[q == query]
        has_ties |= len(set(score)) < len(score)
        if not (own > 0).any():
            continue
        per["ndcg"].append(m.ndcg_score([own], [score], k=10) if len(own) > 1 else 1.0)
        top = own[np.argsort(-score, kind="stable")]
        hits = top > 0
        precise = [hits[: at + 1].mean() for at in range(min(10, len(top))) if hits[at]]
        per["map"].append(sum(precise) / min(10, hits.sum()))
        per["mrr"].append(1 / (1 + np.argmax(hits)))
        per["recall_at_k"].append(hits[:10].sum() / hits.sum())
        per["hit_rate"].append(float(hits[:10].any()))
    # Only of NDCG it is known what equal scores count for.
    kept = ["ndcg"] if has_ties else list(per)
    return {name: np.mean(per[name]) for name in kept if per[name]}


def clustering(c):
    names = ("adjusted_rand_score", "adjusted_mutual_info_score", "homogeneity_score", "completeness_score")
    names += ("v_measure_score", "fowlkes_mallows_score")
    return {name: getattr(m, name)(c["label"], c["cluster"]) for name in names}


def samples(i):
    a, b = np.array(i["a"]), np.array(i["b"])
    n = len(a)
    d = a - b[:n]
    ks = stats.ks_2samp(a, b, method="exact")
    half = t_quantile(n - 1) * stats.sem(a)
    below = int(stats.binom.ppf(0.025, n, 0.5))
    above = int(stats.binom.ppf(0.975, n, 0.5))
    return {
        "quantile .9": np.quantile(a, 0.9),
        "median rank low": below if below >= 1 and above + 1 <= n else None,
        "median rank high": above + 1 if below >= 1 and above + 1 <= n else None,
        "ks distance": ks.statistic,
        "ks p": ks.pvalue,
        "wasserstein": stats.wasserstein_distance(a, b),
        "welch p": stats.ttest_ind(a, b, equal_var=False).pvalue,
        "paired t p": stats.ttest_rel(a, b[:n]).pvalue,
        "wilcoxon p": stats.wilcoxon(d, zero_method="wilcox", correction=False, method="approx").pvalue,
        "mean low": a.mean() - half,
        "mean high": a.mean() + half,
    }


def placements(y, s):
    """By every pair, as E. R. DeLong and others define it."""
    beats = np.sign(s[y == 1][:, None] - s[y == 0][None, :]) / 2 + 0.5
    return beats.mean(axis=1), beats.mean(axis=0)


def paired(i):
    y = np.array(i["truth"])
    first, second = (placements(y, np.array(i[name])) for name in "ab")
    pos = np.cov(np.stack([first[0], second[0]]))
    neg = np.cov(np.stack([first[1], second[1]]))
    cov = pos / (y == 1).sum() + neg / (y == 0).sum()
    area, other = first[0].mean(), second[0].mean()
    half = stats.norm.ppf(0.975) * np.sqrt(cov[0, 0])
    z = (area - other) / np.sqrt(cov[0, 0] + cov[1, 1] - 2 * cov[0, 1])
    return {
        "delong auc": m.roc_auc_score(y, i["a"]),
        "delong variance": cov[0, 0],
        "delong low": max(0, area - half),
        "delong high": min(1, area + half),
        "delong z": z,
        "delong p": 2 * stats.norm.sf(abs(z)),
    }


def newcombe(a, n, c, k, phi=0.0):
    (l1, u1), (l2, u2) = (stats.binomtest(x, y).proportion_ci(method="wilson") for x, y in ((a, n), (c, k)))
    p, q = a / n, c / k
    low = np.sqrt((p - l1) ** 2 - 2 * phi * (p - l1) * (u2 - q) + (u2 - q) ** 2)
    high = np.sqrt((u1 - p) ** 2 - 2 * phi * (u1 - p) * (q - l2) + (q - l2) ** 2)
    return p - q - low, p - q + high


def phi_of(a, b, c, d):
    """The correlation with the correction of R. G. Newcombe's method 10 of paired proportions."""
    n, shared = a + b + c + d, a * d - b * c
    shared = max(shared - n / 2, 0) if shared > 0 else shared
    return shared / np.sqrt((a + b) * (c + d) * (a + c) * (b + d))


def step_down(p):
    order = np.argsort(p, kind="stable")
    out = np.empty(len(p))
    out[order] = np.minimum(1, np.maximum.accumulate(p[order] * (len(p) - np.arange(len(p)))))
    return out


def step_up(p):
    order = np.argsort(-p, kind="stable")
    out = np.empty(len(p))
    out[order] = np.minimum(1, np.minimum.accumulate(p[order] * len(p) / np.arange(len(p), 0, -1)))
    return out


def counts(i):
    a, b, c, d = i["counts"]
    n, k = a + b + 1, c + d + 1
    wilson = stats.binomtest(a, n).proportion_ci(method="wilson")
    exact = stats.binomtest(a, n).proportion_ci(method="exact")
    between = newcombe(a, n, c, k)
    all_rows = a + b + c + d + 2
    same = newcombe(a + 1 + b, all_rows, a + 1 + c, all_rows, phi_of(a + 1, b, c, d + 1))
    fewer, both = min(b, c), b + c
    exact_p = stats.binomtest(fewer, both).pvalue if both else 1.0
    # M. W. Fagerland and others 2013, and the supplement on ties.
    seen = stats.binom.pmf(fewer, both, 0.5)
    mid = exact_p - seen if b != c else 1 - seen / 2
    chi2 = stats.chi2_contingency([[a + 1, b + 1], [c + 1, d + 1]], correction=False)
    x = np.array(i["counts"]) + 0.5
    p, q = x / x.sum(), x[::-1] / x.sum()
    f, g = np.maximum(p, 1e-4), np.maximum(q, 1e-4)
    of = lambda j: 2 * j / (1 + j)
    values = np.array(i["counts"]) / 400
    return {
        "wilson low": wilson.low,
        "wilson high": wilson.high,
        "clopper pearson low": exact.low,
        "clopper pearson high": exact.high,
        "jeffreys low": stats.beta.ppf(0.025, a + 0.5, n - a + 0.5),
        "jeffreys high": stats.beta.ppf(0.975, a + 0.5, n - a + 0.5),
        "newcombe low": between[0],
        "newcombe high": between[1],
        "paired newcombe low": same[0],
        "paired newcombe high": same[1],
        "dice low": of(wilson.low),
        "dice high": of(wilson.high),
        "mcnemar exact": exact_p,
        "mcnemar mid-p": mid if both else 1.0,
        "mcnemar chi-squared p": stats.chi2.sf((b - c) ** 2 / both, 1) if both else 1.0,
        "fisher p": stats.fisher_exact([[a, b], [c, d]])[1],
        "chi-squared": chi2[0],
        "chi-squared p": chi2[1],
        "cramer v": np.sqrt(chi2[0] / (a + b + c + d + 4)),
        "psi": float(((g - f) * np.log(g / f)).sum()),
        "psi null quantile": (1 / n + 1 / k) * stats.chi2.ppf(0.95, 9),
        "jensen shannon": jensenshannon(p, q, base=2),
        **{f"holm {at}": value for at, value in enumerate(step_down(values))},
        **{f"benjamini hochberg {at}": value for at, value in enumerate(step_up(values))},
    }


def calibration(i):
    y, p, bins = np.array(i["truth"]), np.array(i["p"]), i["bins"]
    # Closed on the right, the first one on both sides.
    at = np.searchsorted(np.arange(1, bins) / bins, p, side="left")
    gaps = [(abs(p[at == k].mean() - y[at == k].mean()), (at == k).sum()) for k in set(at)]
    return {"ece uniform": sum(g * n for g, n in gaps) / len(p), "mce uniform": max(g for g, _ in gaps)}


def points(i):
    x, labels = np.array(i["points"]), np.array(i["labels"])
    return {
        "silhouette": m.silhouette_score(x, labels),
        "calinski harabasz": m.calinski_harabasz_score(x, labels),
        "davies bouldin": m.davies_bouldin_score(x, labels),
    }


def forecasts(i):
    a, b, h = np.array(i["a"]), np.array(i["b"]), i["horizon"]
    n = len(a)
    few = np.sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n)

    def error(d):
        centred = d - d.mean()
        gamma = [(centred[lag:] * centred[: n - lag]).sum() / n for lag in range(h)]
        plain = gamma[0] + 2 * sum(gamma[1:])
        bartlett = gamma[0] + 2 * sum((1 - lag / h) * gamma[lag] for lag in range(1, h))
        return np.sqrt((plain if plain > 0 else bartlett) / n)

    squared, absolute = a**2 - b**2, abs(a) - abs(b)
    half = t_quantile(n - 1) * error(absolute) / few
    return {
        "diebold mariano p": 2 * stats.t.sf(abs(squared.mean() / error(squared) * few), n - 1),
        "diebold mariano low": absolute.mean() - half,
        "diebold mariano high": absolute.mean() + half,
    }


TABLES = {f.__name__: f for f in (binary, multiclass, multilabel, regression, ranking, clustering)}
OTHERS = {f.__name__: f for f in (samples, paired, counts, calibration, points, forecasts)}


def figures(case):
    kind = case["kind"]
    if kind in OTHERS:
        return OTHERS[kind](case)
    return {f"{kind} {name}": value for name, value in TABLES[kind](case["columns"]).items()}


def plain(value):
    if value is None:
        return None
    value = float(value)
    return value if np.isfinite(value) else {np.inf: "Infinity", -np.inf: "-Infinity"}.get(value, "NaN")


with open(sys.argv[1]) as read, open(sys.argv[2], "w") as out:
    json.dump([{name: plain(v) for name, v in figures(case).items()} for case in json.load(read)], out)
