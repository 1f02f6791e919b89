#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_ELIGIBILITY_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_ELIGIBILITY_H_

#include "services/staffing/allocation/model.h"

namespace mudiriya::staffing::allocation {

// Why a person is not moved; kNone: may be moved.
enum class Obstacle { kNone, kPartTime, kNotPermanent, kOnLeave, kShortTenure };

Obstacle ObstacleTo(const Person& person, const Parameters& parameters);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_ELIGIBILITY_H_
