#ifndef MUDIRIYA_SERVICES_STAFFING_PLACES_SOURCE_H_
#define MUDIRIYA_SERVICES_STAFFING_PLACES_SOURCE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "mudiriya/registry/v1/area.pb.h"
#include "mudiriya/registry/v1/directorate.pb.h"
#include "mudiriya/registry/v1/facility_place.pb.h"
#include "mudiriya/type/v1/change.pb.h"

namespace mudiriya::staffing {

// What staffing reads of the registry, as the registry says it; the copy is made from it. Thread-
// safe. Directorates are resource names. Every function returns UNAVAILABLE if the registry cannot
// be reached, and in the time that a call may take for it.
class PlacesSource {
 public:
  virtual ~PlacesSource() = default;

  // Returns NOT_FOUND if there is none; one that is deleted is found.
  virtual absl::StatusOr<registry::v1::Directorate> GetDirectorate(
      Call& call, const std::string& directorate) = 0;

  // All areas that are not deleted.
  virtual absl::StatusOr<std::vector<registry::v1::Area>> ListAreas(
      Call& call, const std::string& directorate) = 0;

  // All facilities that are not deleted, and how far in the log of changes they surely reach.
  struct Facilities {
    std::vector<registry::v1::FacilityPlace> places;
    int64_t sequence = 0;
  };
  virtual absl::StatusOr<Facilities> ListFacilities(Call& call, const std::string& directorate) = 0;

  // All changes after a sequence, in order.
  virtual absl::StatusOr<std::vector<type::v1::Change>> ListChanges(Call& call,
                                                                    const std::string& directorate,
                                                                    int64_t after_sequence) = 0;

  // Whether there is such a department, and it is not deleted.
  virtual absl::StatusOr<bool> HasDepartment(Call& call, const std::string& department) = 0;

  // Public holidays of a year on days that are no weekend.
  virtual absl::StatusOr<int> CountHolidays(Call& call, const std::string& directorate,
                                            int year) = 0;
};

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLACES_SOURCE_H_
