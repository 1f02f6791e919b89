#ifndef MUDIRIYA_SERVICES_REGISTRY_NEAREST_SEARCH_H_
#define MUDIRIYA_SERVICES_REGISTRY_NEAREST_SEARCH_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "common/db/transaction.h"
#include "common/geo/great_circle.h"

namespace mudiriya::registry {

// What is looked for.
struct NearestQuery {
  geo::Point centre;
  double max_km = 0;               // farthest, > 0
  std::vector<std::string> types;  // names of Facility.Type; empty: all
  bool operational_only = false;
  size_t limit = 10;
};

// A facility by name and its distance from the centre.
struct Hit {
  std::string facility;
  double km = 0;

  friend bool operator<(const Hit& a, const Hit& b) {
    return a.km != b.km ? a.km < b.km : a.facility < b.facility;
  }
};

// The nearest facilities of these directorates (ids), the nearest first, ties by name. Looks in a
// small box first and in larger ones until there are enough, so that an index answers the usual
// question.
absl::StatusOr<std::vector<Hit>> FindNearest(db::Transaction& tx,
                                             const std::vector<std::string>& directorates,
                                             const NearestQuery& query);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_NEAREST_SEARCH_H_
