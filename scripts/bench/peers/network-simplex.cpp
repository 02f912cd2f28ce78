// The peer of `npm run bench -- assign`: LEMON's network simplex (Debian: liblemon-dev) on the same problem.
// g++ -O3 -march=native -std=c++17 network-simplex.cpp
//
// Reads a file of 32-bit numbers: requests, services, edges, then first, service, score and capacity as in
// core/placement/problem.ts. For each line on standard input it builds the network and solves it; it answers with the
// milliseconds that took, the total score and how many are placed.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <iostream>
#include <vector>

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, long long>;

static std::vector<int32_t> read(std::FILE *file, size_t count) {
  std::vector<int32_t> numbers(count);
  if (std::fread(numbers.data(), sizeof(int32_t), count, file) != count) std::exit(2);
  return numbers;
}

int main(int, char **arguments) {
  std::FILE *file = std::fopen(arguments[1], "rb");
  if (!file) return 2;
  const auto sizes = read(file, 3);
  const int requests = sizes[0], services = sizes[1], edges = sizes[2];
  const auto first = read(file, requests + 1), service = read(file, edges), score = read(file, edges),
             capacity = read(file, services);
  for (std::string line; std::getline(std::cin, line);) {
    const auto begun = std::chrono::steady_clock::now();
    Graph graph;
    graph.reserveNode(requests + services + 1);
    graph.reserveArc(edges + requests + services);
    for (int n = 0; n < requests + services + 1; n++) graph.addNode();
    const Graph::Node sink = Graph::nodeFromId(requests + services);
    for (int r = 0; r < requests; r++)
      for (int e = first[r]; e < first[r + 1]; e++)
        graph.addArc(Graph::nodeFromId(r), Graph::nodeFromId(requests + service[e]));
    for (int n = 0; n < requests + services; n++) graph.addArc(Graph::nodeFromId(n), sink);
    Graph::ArcMap<int> upper(graph);
    Graph::ArcMap<long long> cost(graph);
    Graph::NodeMap<int> supply(graph);
    for (int e = 0; e < edges; e++) {
      upper[Graph::arcFromId(e)] = 1;
      cost[Graph::arcFromId(e)] = -score[e];
    }
    for (int n = 0; n < requests + services; n++) {
      upper[Graph::arcFromId(edges + n)] = n < requests ? 1 : capacity[n - requests];
      cost[Graph::arcFromId(edges + n)] = 0;
      supply[Graph::nodeFromId(n)] = n < requests ? 1 : 0;
    }
    supply[sink] = -requests;
    Simplex simplex(graph);
    simplex.upperMap(upper).costMap(cost).supplyMap(supply);
    if (simplex.run() != Simplex::OPTIMAL) return 3;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    int placed = 0;
    for (int e = 0; e < edges; e++) placed += simplex.flow(Graph::arcFromId(e));
    std::cout << took.count() << ' ' << -simplex.totalCost() << ' ' << placed << std::endl;
  }
}
