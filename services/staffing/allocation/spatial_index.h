#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_SPATIAL_INDEX_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_SPATIAL_INDEX_H_

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "services/staffing/allocation/distance.h"

namespace mudiriya::staffing::allocation {

// Finds, among items that have a place on the Earth and a value, those of lowest
//   score = cost(km from the origin) − value.
// A k-d tree over unit vectors; each node knows the highest value below it, so whole regions that
// are too far for any of their values are skipped. What is skipped cannot score below the limit:
// the search is exact. Items without a location count as `unknown` km from everywhere.
class SpatialIndex {
 public:
  static constexpr int64_t kNoValue = std::numeric_limits<int64_t>::min() / 4;  // never found

  struct Found {
    int64_t score = 0;
    int32_t item = 0;
  };

  // A straight line that the cost never falls below: sieves without computing the cost itself.
  struct Floor {
    double at_zero = 0;
    double per_km = 0;  // >= 0
  };

  struct Query {
    std::optional<UnitVector> origin;
    std::function<int64_t(std::optional<double> km)> cost;
    Floor floor;
    std::function<bool(int32_t item, std::optional<double> km)> accept;
    int64_t below = 0;  // only scores lower than this
    size_t count = 0;   // at most so many
  };

  explicit SpatialIndex(std::vector<std::optional<UnitVector>> locations);

  // The value of each item; all 0 at first.
  void SetValues(absl::Span<const int64_t> values);

  // The accepted items of lowest score, best first; ties go the same way each time.
  std::vector<Found> Search(const Query& query) const;

  size_t size() const { return locations_.size(); }

 private:
  struct Node {
    UnitVector low;
    UnitVector high;
    int32_t begin = 0;  // items_[begin, end)
    int32_t end = 0;
    int32_t left = -1;  // -1: a leaf; the right child follows the left subtree
    int32_t right = -1;
    int64_t best_value = 0;
  };
  class Collector;

  int32_t Build(int32_t begin, int32_t end);
  void Visit(int32_t node, const Query& query, Collector& collector) const;
  void VisitLeaf(const Node& leaf, const Query& query, Collector& collector) const;
  void Scan(const std::vector<int32_t>& by_value, const Query& query, Collector& collector) const;

  std::vector<std::optional<UnitVector>> locations_;
  std::vector<int64_t> values_;
  std::vector<Node> nodes_;
  std::vector<int32_t> items_;               // with a location, in the order of the tree
  std::vector<int32_t> by_value_;            // all, highest value first
  std::vector<int32_t> unlocated_by_value_;  // without a location, highest value first
};

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_SPATIAL_INDEX_H_
