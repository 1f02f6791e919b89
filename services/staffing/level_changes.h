#ifndef MUDIRIYA_SERVICES_STAFFING_LEVEL_CHANGES_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVEL_CHANGES_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "services/staffing/level_rows.h"
#include "services/staffing/level_scope.h"
#include "services/staffing/level_sums.h"

namespace mudiriya::staffing {

// The differences between levels before and after, and what follows from them.
class LevelChanges {
 public:
  // A level before and after; null where there is none.
  void Note(const Level* before, const Level* after);

  // Stores the levels noted since the last time that differ, removes those that are no more, and
  // adds to the history of requirements.
  absl::Status Store(LevelScope& scope);

  // At the end: adds all that was noted to the sums, in one go.
  absl::Status StoreSums(LevelScope& scope) const;

  // Marks the estimates that the changed requirements are part of.
  absl::Status MarkEstimates(LevelScope& scope) const;

 private:
  std::vector<Level> stored_;
  std::vector<LevelKey> removed_;
  SumsByKey sums_;
  std::map<LevelKey, double> requirements_;                // that changed
  std::map<std::string, std::vector<std::string>> peers_;  // cadre → facilities whose own changed
};

// Marks the estimates of every cadre in a district (an area id) for a type of facility.
absl::Status MarkDistrict(LevelScope& scope, absl::string_view district,
                          absl::string_view facility_type);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVEL_CHANGES_H_
