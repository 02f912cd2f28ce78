"""The same question to SciPy: a cKDTree for each category over unit vectors, 20 nearest within 15 km by chord.

python3 nearest.py <folder> <threads> <runs>; prints one JSON line. Reading the files is not counted.
"""

import json
import sys
import time

import numpy as np
from scipy import __version__
from scipy.spatial import cKDTree

RADIUS_KM = 6371.0088
COUNT, LIMIT_KM, CATEGORIES = 20, 15, 32


def read(name):
    return np.loadtxt(f"{folder}/{name}.csv", delimiter=",", skiprows=1, ndmin=2)


def vectors(places):
    lon, lat = np.radians(places[:, 1]), np.radians(places[:, 2])
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def search(threads):
    begun = time.perf_counter()
    students, services = vectors(students_csv), vectors(services_csv)
    members = [np.nonzero(mask >> category & 1)[0] for category in range(CATEGORIES)]
    trees = [cKDTree(services[ids]) if len(ids) else None for ids in members]
    built = time.perf_counter()
    edges, sum_km = 0, 0.0
    for category, tree in enumerate(trees):
        asked = requests[requests[:, 2] == category, 1]
        if tree is None or len(asked) == 0:
            continue
        limit = 2 * np.sin(LIMIT_KM / RADIUS_KM / 2)
        chords, _ = tree.query(students[asked], k=COUNT, distance_upper_bound=limit, workers=threads)
        found = chords[np.isfinite(chords)]
        edges += len(found)
        sum_km += float((2 * RADIUS_KM * np.arcsin(found / 2)).sum())
    return built - begun, time.perf_counter() - built, edges, sum_km


folder, threads, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
students_csv, services_csv = read("students"), read("services")
requests = read("requests").astype(np.int64)
mask = services_csv[:, 3].astype(np.int64)
times = [search(threads) for _ in range(runs)]
print(
    json.dumps(
        {
            "version": __version__,
            "build_s": [build for build, _, _, _ in times],
            "query_s": [query for _, query, _, _ in times],
            "edges": times[0][2],
            "sum_km": times[0][3],
        }
    )
)
