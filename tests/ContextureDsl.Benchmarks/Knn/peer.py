"""Nearest neighbours by numpy in single precision, block by block: the usual way without a library for it. Usage: peer.py N D K"""
import sys
import time

import numpy as np

n, d, k = map(int, sys.argv[1:])
points = np.random.default_rng(0).random((n, d)).astype(np.float32)
wall, cpu = time.time(), time.process_time()
squares = (points * points).sum(1)
nearest = np.empty((n, k), np.int32)
for start in range(0, n, 1000):
    distances = squares[None, :] - 2 * (points[start:start + 1000] @ points.T)
    found = np.argpartition(distances, k, axis=1)[:, :k]
    order = np.argsort(np.take_along_axis(distances, found, 1), 1)
    nearest[start:start + 1000] = np.take_along_axis(found, order, 1)
print(f"wall {time.time() - wall:.2f} s, cpu {time.process_time() - cpu:.2f} s")
