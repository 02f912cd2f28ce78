"""The same question to HiGHS, through SciPy's milp: equal rows merged, as few variables as the textbook formulations need.

python3 siting.py <model> <cost.csv> <weights.csv> <p> <radius> <seconds>; prints one JSON line. Reading the files is not
counted, building the matrix is.
"""

import csv
import json
import resource
import sys
import time

import numpy as np
from scipy import __version__
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, csr_matrix, eye, hstack, vstack


def number(text):
    return float(text) if text else np.inf


def read(cost, weights):
    rows = list(csv.reader(open(cost)))[1:]
    people = {row[0]: float(row[1]) for row in list(csv.reader(open(weights)))[1:]}
    return np.array([[number(x) for x in row[1:]] for row in rows]), np.array([people[row[0]] for row in rows])


def merged(covers, weights):
    unique, which = np.unique(covers, axis=0, return_inverse=True)
    return unique.astype(float), np.bincount(which.ravel(), weights)


def mclp(cost, weights, p, radius):
    covers, people = merged((cost <= radius)[(cost <= radius).any(axis=1)], weights[(cost <= radius).any(axis=1)])
    n, m = covers.shape
    rows = vstack([hstack([csr_matrix(-covers), eye(n)]), csr_matrix(np.r_[np.ones(m), np.zeros(n)][None])])
    limits = LinearConstraint(rows.tocsc(), -np.inf, np.r_[np.zeros(n), p])
    return np.r_[np.zeros(m), -people], limits, np.r_[np.ones(m), np.zeros(n)]


def lscp(cost, weights, p, radius):
    covers, _ = merged((cost <= radius)[(cost <= radius).any(axis=1) & (weights > 0)], weights[(cost <= radius).any(axis=1) & (weights > 0)])
    m = covers.shape[1]
    return np.ones(m), LinearConstraint(csr_matrix(covers).tocsc(), 1, np.inf), np.ones(m)


def median(cost, weights, p, radius):
    n, m = cost.shape
    if not np.isfinite(cost).all():
        raise SystemExit("p-median with unreachable pairs is not asked here")
    pairs = np.arange(n * m)
    each = coo_matrix((np.ones(n * m), (pairs // m, m + pairs)), (n, m + n * m))
    link = coo_matrix((np.r_[np.ones(n * m), -np.ones(n * m)], (np.r_[pairs, pairs], np.r_[m + pairs, pairs % m])), (n * m, m + n * m))
    count = coo_matrix((np.ones(m), (np.zeros(m, int), np.arange(m))), (1, m + n * m))
    limits = LinearConstraint(vstack([each, link, count]).tocsc(), np.r_[np.ones(n), np.full(n * m, -np.inf), p], np.r_[np.ones(n), np.zeros(n * m), p])
    return np.r_[np.zeros(m), (cost * weights[:, None]).ravel()], limits, np.r_[np.ones(m), np.zeros(n * m)]


model, cost_csv, weights_csv, p, radius, seconds = sys.argv[1:]
cost, weights = read(cost_csv, weights_csv)
begun = time.perf_counter()
used = time.process_time()
objective, limits, integrality = {"mclp": mclp, "lscp": lscp, "p-median": median}[model](cost, weights, int(p), float(radius))
result = milp(
    objective,
    constraints=limits,
    integrality=integrality,
    bounds=Bounds(0, 1),
    options={"time_limit": float(seconds), "mip_rel_gap": 0},
)
sign = -1 if model == "mclp" else 1
print(
    json.dumps(
        {
            "scipy": __version__,
            "objective": None if result.fun is None else sign * result.fun,
            "bound": None if result.mip_dual_bound is None else sign * result.mip_dual_bound,
            "proven": result.status == 0,
            "solve_s": round(time.perf_counter() - begun, 4),
            "cpu_s": round(time.process_time() - used, 4),
            "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
    )
)
