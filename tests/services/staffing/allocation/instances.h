#ifndef MUDIRIYA_TESTS_SERVICES_STAFFING_ALLOCATION_INSTANCES_H_
#define MUDIRIYA_TESTS_SERVICES_STAFFING_ALLOCATION_INSTANCES_H_

#include <cstdint>

#include "services/staffing/allocation/model.h"

namespace mudiriya::staffing::allocation {

// Builds requests by hand, by number: facility 0 is "f0", cadre 0 "c0", the first person "p0".
class RequestBuilder {
 public:
  // At the given km north of 30° N 35° E, without a location where `km` is empty.
  int32_t AddFacility(std::optional<double> km, double priority = 1);
  int32_t AddCadre();
  // Counts only: all heads may be moved.
  RequestBuilder& AddCounts(int32_t facility, int32_t cadre, double required, int32_t heads);
  // `heads` persons by name, 1000 days at the post.
  RequestBuilder& AddPersons(int32_t facility, int32_t cadre, double required, int32_t heads);
  Person& person(int32_t index) { return request.persons[index]; }

  Request request;
};

// A directorate of facilities of unequal size, spread over 300 × 300 km with towns in them, where
// staff gather in the towns while the requirement follows the size. Same seed, same instance.
struct InstanceSize {
  int32_t facilities = 0;
  int32_t cadres = 0;
  int32_t staff = 0;
  bool named = true;  // persons, of whom some prefer or refuse a facility; else counts
};
Request RandomDirectorate(const InstanceSize& size, uint32_t seed);

// Small enough to try every plan, and strange enough to meet every rule: shares to keep below 1,
// limits, substitution, preferences, restrictions, places without a location, credits beyond β.
Request RandomPuzzle(uint32_t seed);

// The same request with every list in another order; ids stay with what they name.
Request Shuffled(const Request& request, uint32_t seed);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_TESTS_SERVICES_STAFFING_ALLOCATION_INSTANCES_H_
