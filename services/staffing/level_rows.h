#ifndef MUDIRIYA_SERVICES_STAFFING_LEVEL_ROWS_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVEL_ROWS_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "services/staffing/levels.h"

namespace mudiriya::staffing {

// A row of staffing_level. Enums stand by their names.
struct Level {
  LevelKey key;
  std::string facility_type;  // Facility.Type
  std::string area;           // id; "" outside any area
  double required = 0;        // full-time equivalents, as are all counts but full_time_count
  double current = 0;
  double difference = 0;        // current − required
  std::optional<double> ratio;  // current / required
  std::string band;             // GapBand
  double full_time_count = 0;   // persons
  std::string source;           // Requirement.Source
  std::optional<double> established_posts;
  std::optional<double> vacant_posts;
  double density_rank = 0;
  double remoteness_rank = 0;
  bool critical_service = false;
  double urgency = 0;

  friend bool operator==(const Level&, const Level&) = default;
};

// The id of the gap of a facility and cadre, by which its level is stored.
std::string GapId(const LevelKey& key);

using LevelsByKey = std::map<LevelKey, Level>;

// The levels of these keys that are stored, locked in the order of their ids until the transaction
// ends. At most 500 keys.
absl::StatusOr<LevelsByKey> LockLevels(db::Transaction& tx, absl::string_view directorate,
                                       absl::Span<const LevelKey> keys);

// The levels of these facilities (ids), of one cadre or, for "", of all. Takes no locks.
absl::StatusOr<LevelsByKey> LevelsOfFacilities(db::Transaction& tx, absl::string_view directorate,
                                               absl::Span<const std::string> facilities,
                                               absl::string_view cadre);

// Makes rows for keys that have none, without figures, so that they can be locked. Returns how many
// were made: fewer than asked for if somebody else made one in the meantime.
absl::StatusOr<int64_t> MakeEmptyLevels(db::Transaction& tx, absl::string_view directorate,
                                        absl::Span<const LevelKey> keys);

// Stores levels over what is there.
absl::Status StoreLevels(db::Transaction& tx, absl::string_view directorate,
                         absl::Span<const Level> levels);

absl::Status RemoveLevels(db::Transaction& tx, absl::string_view directorate,
                          absl::Span<const LevelKey> keys);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVEL_ROWS_H_
