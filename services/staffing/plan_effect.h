#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_EFFECT_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_EFFECT_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "common/db/transaction.h"
#include "common/resource/change_log.h"
#include "mudiriya/staffing/v1/allocation_move.pb.h"
#include "services/staffing/plan_pins.h"

namespace mudiriya::staffing {

// A plan that takes effect.
struct PlanEffect {
  std::string directorate;  // id
  std::string plan;         // resource name
  std::vector<v1::AllocationMove> moves;
  absl::CivilDay effective;  // first day at the new posts
  absl::CivilMonth month;    // of the returns that are written for moves of counts
  absl::CivilDay today;
  resource::ChangeOrigin origin;
};

// Ends the old assignments on the day before and begins the new ones, in the needed cadre; writes
// the returns of the month with the posts moved; logs each write and refreshes the levels touched.
// Statements are of many rows each. `pinned` is what CheckPlanIsCurrent found, locked: so each
// person holds just the post that ends, and full-time shares need no further check.
// Returns ALREADY_EXISTS if a person has an assignment by the new one's name.
absl::Status PutIntoEffect(db::Transaction& tx, const PlanEffect& effect, PinnedRecords pinned);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_EFFECT_H_
