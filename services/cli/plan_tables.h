#ifndef MUDIRIYA_SERVICES_CLI_PLAN_TABLES_H_
#define MUDIRIYA_SERVICES_CLI_PLAN_TABLES_H_

#include "common/status/language.h"
#include "mudiriya/staffing/v1/allocation_plan.pb.h"
#include "services/cli/render.h"

namespace mudiriya::cli {

// Prints a plan for reading: where it stands, the objective before and after by terms, and its
// moves with their reasons. `moves` are AllocationMoves.
void PrintPlanTables(const staffing::v1::AllocationPlan& plan, const Messages& moves,
                     Language language);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_PLAN_TABLES_H_
