// Compiled as C++17: LEMON's containers use members of std::allocator that C++20 removed.
#include "services/staffing/allocation/min_cost_flow.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

namespace mudiriya::staffing::allocation {
namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int32_t, int64_t>;

// Read-only arc map over one member of FlowArc: spares LEMON's own copy of each.
template <typename T>
class MemberMap {
 public:
  using Key = Graph::Arc;
  using Value = T;
  MemberMap(const std::vector<FlowArc>& arcs, T FlowArc::*member) : arcs_(arcs), member_(member) {}
  T operator[](const Key& arc) const { return arcs_[Graph::id(arc)].*member_; }

 private:
  const std::vector<FlowArc>& arcs_;
  T FlowArc::*member_;
};

}  // namespace

std::optional<FlowSolution> MinCostFlow(int32_t nodes, const std::vector<FlowArc>& arcs,
                                        int32_t source, int32_t sink, int32_t amount) {
  Graph graph;
  graph.reserveNode(nodes);
  graph.reserveArc(static_cast<int>(arcs.size()));
  for (int32_t node = 0; node < nodes; ++node) graph.addNode();
  for (const FlowArc& arc : arcs) {
    graph.addArc(Graph::nodeFromId(arc.from), Graph::nodeFromId(arc.to));
  }
  Simplex simplex(graph);
  simplex.upperMap(MemberMap<int32_t>(arcs, &FlowArc::capacity))
      .costMap(MemberMap<int64_t>(arcs, &FlowArc::cost))
      .stSupply(Graph::nodeFromId(source), Graph::nodeFromId(sink), amount);
  if (simplex.run() != Simplex::OPTIMAL) return std::nullopt;

  FlowSolution solution;
  solution.flow.reserve(arcs.size());
  for (size_t i = 0; i < arcs.size(); ++i) {
    solution.flow.push_back(simplex.flow(Graph::arcFromId(static_cast<int>(i))));
  }
  solution.potential.reserve(nodes);
  for (int32_t node = 0; node < nodes; ++node) {
    solution.potential.push_back(simplex.potential(Graph::nodeFromId(node)));
  }
  return solution;
}

}  // namespace mudiriya::staffing::allocation
