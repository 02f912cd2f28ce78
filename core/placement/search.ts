/**
 * A search for the cheapest way over services (E. W. Dijkstra, 1959). Those as near as the last one taken wait on a
 * stack, as most are, the others in a binary heap. One is made for many searches; clearing costs what the last touched.
 */
export interface Search {
  /** Cost of the best complete way so far; nothing at least as far is of interest. */
  limit: number;
  /** Where the best complete way ends; each search says what its numbers mean. */
  endService: number;
  endRow: number;
  /** Per service: its distance so far, infinite where the search has not been; the row and edge that led there. */
  distance: Float64Array;
  row: Int32Array;
  edge: Int32Array;
  /** All services that were reached, in no order. */
  touched: number[];
  near: number[];
  nearDistance: number;
  heapKeys: number[];
  heapServices: number[];
}

export function makeSearch(services: number): Search {
  return {
    limit: 0,
    endService: -1,
    endRow: -1,
    distance: new Float64Array(services).fill(Number.POSITIVE_INFINITY),
    row: new Int32Array(services),
    edge: new Int32Array(services),
    touched: [],
    near: [],
    nearDistance: 0,
    heapKeys: [],
    heapServices: [],
  };
}

/** Begins anew, with a complete way of cost `limit` at hand that ends as told. */
export function beginSearch(search: Search, limit: number, endService: number, endRow: number): void {
  for (const service of search.touched) search.distance[service] = Number.POSITIVE_INFINITY;
  search.touched.length = 0;
  search.near.length = 0;
  search.nearDistance = 0;
  search.heapKeys.length = 0;
  search.heapServices.length = 0;
  endSearch(search, limit, endService, endRow);
}

/** Notes a complete way that is cheaper than the best so far. */
export function endSearch(search: Search, limit: number, endService: number, endRow: number): void {
  search.limit = limit;
  search.endService = endService;
  search.endRow = endRow;
}

/** Notes a way to a service that is shorter than what was known. */
export function reach(search: Search, service: number, distance: number, row: number, edge: number): void {
  if (search.distance[service] === Number.POSITIVE_INFINITY) search.touched.push(service);
  search.distance[service] = distance;
  search.row[service] = row;
  search.edge[service] = edge;
  if (distance === search.nearDistance) search.near.push(service);
  else push(search.heapKeys, search.heapServices, distance, service);
}

/** The nearest service below the limit that has not been taken yet; -1 where there is none. */
export function takeNearest(search: Search): number {
  if (search.nearDistance >= search.limit) return -1;
  const near = search.near.pop();
  if (near !== undefined) return near;
  const { heapKeys, heapServices } = search;
  while (heapKeys.length > 0) {
    const distance = heapKeys[0]!;
    if (distance >= search.limit) return -1;
    const service = heapServices[0]!;
    dropLowest(heapKeys, heapServices);
    if (search.distance[service] !== distance) continue;
    search.nearDistance = distance;
    return service;
  }
  return -1;
}

function push(keys: number[], values: number[], key: number, value: number): void {
  let hole = keys.length;
  keys.push(key);
  values.push(value);
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (keys[parent]! <= key) break;
    keys[hole] = keys[parent]!;
    values[hole] = values[parent]!;
    hole = parent;
  }
  keys[hole] = key;
  values[hole] = value;
}

function dropLowest(keys: number[], values: number[]): void {
  const key = keys.pop()!;
  const value = values.pop()!;
  const size = keys.length;
  if (size === 0) return;
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
    if (keys[child]! >= key) break;
    keys[hole] = keys[child]!;
    values[hole] = values[child]!;
    hole = child;
  }
  keys[hole] = key;
  values[hole] = value;
}
