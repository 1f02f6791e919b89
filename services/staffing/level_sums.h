#ifndef MUDIRIYA_SERVICES_STAFFING_LEVEL_SUMS_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVEL_SUMS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/db/transaction.h"
#include "services/staffing/level_rows.h"

namespace mudiriya::staffing {

// Figures of levels added up. Full-time equivalents and numbers of levels.
struct LevelSum {
  double required = 0;
  double current = 0;
  double shortage = 0;  // Σ max(0, required − current)
  double surplus = 0;   // Σ max(0, current − required)
  int64_t gap_count = 0;
  int64_t short_count = 0;  // those with current below required

  LevelSum& operator+=(const LevelSum& other);
  // Adds a level (sign 1), or takes it off (sign −1).
  void Add(const Level& level, int sign);
};

// What levels are added up by.
struct SumKey {
  std::string facility_type;
  std::string area;  // id; "" outside any area
  std::string cadre;

  friend auto operator<=>(const SumKey&, const SumKey&) = default;
};
using SumsByKey = std::map<SumKey, LevelSum>;

// Records differences of the sums as rows of their own: waits for nobody.
absl::Status AppendSums(db::Transaction& tx, absl::string_view directorate, const SumsByKey& sums);

// Adds differences to the sums at once, for a writer that has the directorate's levels to itself.
absl::Status AddToSums(db::Transaction& tx, absl::string_view directorate, const SumsByKey& sums);

// Adds recorded differences to the sums, at most `limit` of them; only those that are committed, so
// it never waits for a writer. Returns how many; 0 too if somebody else is at it.
absl::StatusOr<int64_t> FoldSums(db::Transaction& tx, absl::string_view directorate, int64_t limit);

enum class SumDimension { kArea, kFacilityType };

// A sum over one area (the facilities that name it, not those below) or facility type, in one cadre
// or, for "", in all of them.
struct GroupSum {
  std::string group;  // area id, "" for none; or the type's name
  std::string cadre;
  LevelSum sum;
};

// The sums by a dimension, by cadre or over all cadres: those stored and the differences since,
// which agree only if the transaction reads one snapshot. In order of cadre and group; groups
// without levels are left out.
absl::StatusOr<std::vector<GroupSum>> ReadSums(db::Transaction& tx, absl::string_view directorate,
                                               SumDimension dimension, bool by_cadre);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVEL_SUMS_H_
