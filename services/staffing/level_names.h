#ifndef MUDIRIYA_SERVICES_STAFFING_LEVEL_NAMES_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVEL_NAMES_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/db/transaction.h"
#include "mudiriya/type/v1/localized_text.pb.h"
#include "services/staffing/priority.h"

namespace mudiriya::staffing {

using NamesById = std::map<std::string, type::v1::LocalizedText>;

// The names of a directorate's cadres, deleted ones included.
absl::StatusOr<NamesById> CadreNames(db::Transaction& tx, absl::string_view directorate);

// The name of a type of facility, e.g. of `HEALTH_CENTRE`; empty for one that is not known.
type::v1::LocalizedText FacilityTypeName(absl::string_view type);

// What the stored levels of a directorate stand for.
struct LevelsAsOf {
  absl::CivilDay day;
  PriorityWeights weights;  // that their urgency was computed with
};

absl::StatusOr<LevelsAsOf> FindLevelsAsOf(db::Transaction& tx, absl::string_view directorate);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVEL_NAMES_H_
