#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_REPORT_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_REPORT_H_

#include <vector>

#include "services/staffing/allocation/market.h"
#include "services/staffing/allocation/model.h"
#include "services/staffing/allocation/network_solver.h"

namespace mudiriya::staffing::allocation {

// Names the persons of the flows and explains each move. Persons of a group go in the group's order
// to its destinations in the order of their ids; unnamed heads to one destination are one move.
// Fills everything of a plan but the proof.
Plan MakePlan(const Ordered& ordered, const std::vector<Market>& markets,
              const std::vector<MarketSolution>& solutions);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_REPORT_H_
