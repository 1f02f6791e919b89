#ifndef MUDIRIYA_TESTS_SERVICES_STAFFING_ALLOCATION_EXHAUSTIVE_SEARCH_H_
#define MUDIRIYA_TESTS_SERVICES_STAFFING_ALLOCATION_EXHAUSTIVE_SEARCH_H_

#include "services/staffing/allocation/model.h"

namespace mudiriya::staffing::allocation {

// The lowest objective of any plan, found by trying every plan. Written from the rules alone and
// sharing no code with what it judges. For a dozen persons at most.
double ExhaustiveOptimum(const Request& request);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_TESTS_SERVICES_STAFFING_ALLOCATION_EXHAUSTIVE_SEARCH_H_
