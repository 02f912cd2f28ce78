"""The same E2SFCA with SciPy: pairs of two cKDTrees by chord, category by category, in pieces of 200 sites.

python3 e2sfca.py <folder> '[[5, 1], [10, 0.68], [15, 0.22]]'; prints one JSON line. Reading the files is not counted.
A piece holds all the demand of its sites, so each pair is made once and no table of all pairs is kept.
"""

import json
import resource
import sys
import time

import numpy as np
from scipy import __version__
from scipy.spatial import cKDTree

RADIUS_KM = 6371.0088
CATEGORIES, PIECE = 32, 200


def read(name):
    return np.loadtxt(f"{folder}/{name}.csv", delimiter=",", skiprows=1, ndmin=2)


def vectors(places):
    lon, lat = np.radians(places[:, 1]), np.radians(places[:, 2])
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def measure():
    students, services = vectors(students_csv), vectors(services_csv)
    borders = 2 * np.sin(np.array([km for km, _ in steps]) / RADIUS_KM / 2)
    weights = np.array([weight for _, weight in steps] + [0.0])
    access, pairs = np.zeros(len(requests)), 0
    for category in range(CATEGORIES):
        asked = np.nonzero(requests[:, 2] == category)[0]
        sites = np.nonzero(mask >> category & 1)[0]
        if len(asked) == 0:
            continue
        demand = cKDTree(students[requests[asked, 1]])
        for first in range(0, len(sites), PIECE):
            own = sites[first : first + PIECE]
            found = cKDTree(services[own]).sparse_distance_matrix(demand, borders[-1], output_type="ndarray")
            pairs += len(found)
            weight = weights[np.searchsorted(borders, found["v"])]
            reached = np.bincount(found["i"], weight, minlength=len(own))
            ratio = np.divide(supply[own], reached, out=np.zeros(len(own)), where=reached > 0)
            access[asked] += np.bincount(found["j"], weight * ratio[found["i"]], minlength=len(asked))
    return access, pairs


folder, steps = sys.argv[1], json.loads(sys.argv[2])
students_csv, services_csv = read("students"), read("services")
requests = read("requests").astype(np.int64)
mask, supply = services_csv[:, 3].astype(np.int64), services_csv[:, 4]
begun = time.perf_counter()
access, pairs = measure()
print(
    json.dumps(
        {
            "version": __version__,
            "seconds": round(time.perf_counter() - begun, 3),
            "sum_access": float(access.sum()),
            "pairs": int(pairs),
            "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }
    )
)
