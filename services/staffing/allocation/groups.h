#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_GROUPS_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_GROUPS_H_

#include <cstdint>
#include <vector>

#include "services/staffing/allocation/market.h"

namespace mudiriya::staffing::allocation {

// For each place of Ordered::positions that has a surplus: the persons who may be moved (indexes).
std::vector<std::vector<int32_t>> MovablePersons(const Ordered& ordered);

// The groups of the position at `place`, whose movable persons are given, by preferences, then
// restrictions; Group::donor is left to the caller. A position that returns counts has one group.
std::vector<Group> GroupsOf(const Ordered& ordered, int32_t place,
                            const std::vector<int32_t>& persons);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_GROUPS_H_
