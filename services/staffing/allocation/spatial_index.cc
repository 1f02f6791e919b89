#include "services/staffing/allocation/spatial_index.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace mudiriya::staffing::allocation {
namespace {

constexpr int32_t kLeafSize = 8;

// Distances are rounded in the last digits; a bound a metre short of the truth stays a bound.
constexpr double kSlackKm = 1e-3;

double SquaredChordToBox(const UnitVector& origin, const UnitVector& low, const UnitVector& high) {
  UnitVector nearest;
  for (int axis = 0; axis < 3; ++axis) {
    nearest[axis] = std::clamp(origin[axis], low[axis], high[axis]);
  }
  return SquaredChord(origin, nearest);
}

// At least this is the score of what lies so far away or farther: a chord is shorter than its arc.
double LowestScore(const SpatialIndex::Floor& floor, double squared_chord, int64_t value) {
  const double km = std::max(0.0, geo::kEarthRadiusKm * std::sqrt(squared_chord) - kSlackKm);
  return floor.at_zero + floor.per_km * km - static_cast<double>(value);
}

}  // namespace

// The best so far: a heap with the worst of them on top.
class SpatialIndex::Collector {
 public:
  explicit Collector(const Query& query) : count_(query.count), below_(query.below) {}

  // Scores from here on are of no use.
  int64_t limit() const { return heap_.size() < count_ ? below_ : heap_.front().score; }

  void Offer(Found found) {
    if (found.score >= limit()) return;
    if (heap_.size() == count_) {
      std::pop_heap(heap_.begin(), heap_.end(), Better);
      heap_.pop_back();
    }
    heap_.push_back(found);
    std::push_heap(heap_.begin(), heap_.end(), Better);
  }

  std::vector<Found> TakeSorted() {
    std::sort(heap_.begin(), heap_.end(), Better);
    return std::move(heap_);
  }

 private:
  static bool Better(const Found& a, const Found& b) {
    return std::tie(a.score, a.item) < std::tie(b.score, b.item);
  }

  size_t count_;
  int64_t below_;
  std::vector<Found> heap_;
};

SpatialIndex::SpatialIndex(std::vector<std::optional<UnitVector>> locations)
    : locations_(std::move(locations)) {
  for (size_t item = 0; item < locations_.size(); ++item) {
    by_value_.push_back(static_cast<int32_t>(item));
    (locations_[item] ? items_ : unlocated_by_value_).push_back(static_cast<int32_t>(item));
  }
  if (!items_.empty()) Build(0, static_cast<int32_t>(items_.size()));
  SetValues(std::vector<int64_t>(locations_.size(), 0));
}

int32_t SpatialIndex::Build(int32_t begin, int32_t end) {
  const int32_t index = static_cast<int32_t>(nodes_.size());
  nodes_.push_back({*locations_[items_[begin]], *locations_[items_[begin]], begin, end});
  int widest = 0;
  {
    Node& node = nodes_.back();
    for (int32_t i = begin; i < end; ++i) {
      for (int axis = 0; axis < 3; ++axis) {
        node.low[axis] = std::min(node.low[axis], (*locations_[items_[i]])[axis]);
        node.high[axis] = std::max(node.high[axis], (*locations_[items_[i]])[axis]);
      }
    }
    for (int axis = 1; axis < 3; ++axis) {
      if (node.high[axis] - node.low[axis] > node.high[widest] - node.low[widest]) widest = axis;
    }
  }
  if (end - begin <= kLeafSize) return index;
  const int32_t middle = (begin + end) / 2;
  std::nth_element(items_.begin() + begin, items_.begin() + middle, items_.begin() + end,
                   [&](int32_t a, int32_t b) {
                     return std::pair((*locations_[a])[widest], a) <
                            std::pair((*locations_[b])[widest], b);
                   });
  const int32_t left = Build(begin, middle);
  const int32_t right = Build(middle, end);
  nodes_[index].left = left;
  nodes_[index].right = right;
  return index;
}

void SpatialIndex::SetValues(absl::Span<const int64_t> values) {
  values_.assign(values.begin(), values.end());
  // Children stand behind their parent, so backwards every child is ready before its parent.
  for (auto node = nodes_.rbegin(); node != nodes_.rend(); ++node) {
    if (node->left >= 0) {
      node->best_value = std::max(nodes_[node->left].best_value, nodes_[node->right].best_value);
      continue;
    }
    node->best_value = kNoValue;
    for (int32_t i = node->begin; i < node->end; ++i) {
      node->best_value = std::max(node->best_value, values_[items_[i]]);
    }
  }
  const auto higher = [this](int32_t a, int32_t b) {
    return std::pair(-values_[a], a) < std::pair(-values_[b], b);
  };
  std::sort(by_value_.begin(), by_value_.end(), higher);
  std::sort(unlocated_by_value_.begin(), unlocated_by_value_.end(), higher);
}

void SpatialIndex::VisitLeaf(const Node& leaf, const Query& query, Collector& collector) const {
  for (int32_t i = leaf.begin; i < leaf.end; ++i) {
    const int32_t item = items_[i];
    if (values_[item] == kNoValue) continue;
    const double squared_chord = SquaredChord(*query.origin, *locations_[item]);
    const double lowest = LowestScore(query.floor, squared_chord, values_[item]);
    if (lowest >= static_cast<double>(collector.limit())) continue;
    const double km = KmOfSquaredChord(squared_chord);
    const int64_t score = query.cost(km) - values_[item];
    if (score < collector.limit() && query.accept(item, km)) collector.Offer({score, item});
  }
}

void SpatialIndex::Visit(int32_t index, const Query& query, Collector& collector) const {
  const Node& node = nodes_[index];
  if (node.left < 0) return VisitLeaf(node, query, collector);
  const auto bound = [&](int32_t child) {
    const Node& box = nodes_[child];
    if (box.best_value == kNoValue) return std::numeric_limits<double>::infinity();
    return LowestScore(query.floor, SquaredChordToBox(*query.origin, box.low, box.high),
                       box.best_value);
  };
  std::pair<double, int32_t> near(bound(node.left), node.left);
  std::pair<double, int32_t> far(bound(node.right), node.right);
  if (far < near) std::swap(near, far);
  const auto worthwhile = [&collector](double lowest) {
    return lowest < static_cast<double>(collector.limit());
  };
  if (worthwhile(near.first)) Visit(near.second, query, collector);
  if (worthwhile(far.first)) Visit(far.second, query, collector);
}

// All candidates are equally far, so the highest values come first and the rest can be left.
void SpatialIndex::Scan(const std::vector<int32_t>& by_value, const Query& query,
                        Collector& collector) const {
  const int64_t cost = query.cost(std::nullopt);
  for (int32_t item : by_value) {
    if (values_[item] == kNoValue || cost - values_[item] >= collector.limit()) return;
    if (query.accept(item, std::nullopt)) collector.Offer({cost - values_[item], item});
  }
}

std::vector<SpatialIndex::Found> SpatialIndex::Search(const Query& query) const {
  Collector collector(query);
  if (query.count == 0) return {};
  if (!query.origin.has_value()) {
    Scan(by_value_, query, collector);
    return collector.TakeSorted();
  }
  if (!nodes_.empty()) Visit(0, query, collector);
  Scan(unlocated_by_value_, query, collector);
  return collector.TakeSorted();
}

}  // namespace mudiriya::staffing::allocation
