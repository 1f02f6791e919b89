#ifndef MUDIRIYA_TESTS_SERVICES_STAFFING_STAFFING_FIXTURE_H_
#define MUDIRIYA_TESTS_SERVICES_STAFFING_STAFFING_FIXTURE_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "mudiriya/staffing/v1/activity_standard_service.pb.h"
#include "mudiriya/staffing/v1/assignment_service.pb.h"
#include "mudiriya/staffing/v1/cadre_service.pb.h"
#include "mudiriya/staffing/v1/staff_member_service.pb.h"
#include "mudiriya/staffing/v1/support_activity_service.pb.h"
#include "mudiriya/staffing/v1/working_time_service.pb.h"
#include "mudiriya/staffing/v1/workload_service.pb.h"
#include "services/staffing/place_table.h"
#include "tests/services/staffing/recorded_levels.h"
#include "tests/testing/database.h"
#include "tests/testing/fake_clock.h"
#include "tests/testing/fake_places.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/test_call.h"

namespace mudiriya::staffing {

inline constexpr char kHoms[] = "directorates/homs";

// Full names from ids, all in the directorate `homs`.
std::string FacilityName(absl::string_view id);
std::string AreaName(absl::string_view id);
std::string CadreName(absl::string_view id);
std::string PersonName(absl::string_view id);

// "2026-02-09" as a date; "" as none.
google::type::Date Day(absl::string_view text);

// An assignment of full time from 2026-01-01 on at `al-waleed`, to be changed as a test needs.
v1::Assignment NewAssignment(double fte = 1, absl::string_view start = "2026-01-01",
                             absl::string_view end = "");

// The staffing handlers over a real database of their own, with a registry that holds the areas
// `talkalakh`, `qusayr` and the facilities `al-waleed` (a hospital) and `al-qusayr` (a health
// centre), and the cadres `nurse` and `midwife`. Levels are not computed but recorded. It is 9
// February 2026.
class StaffingTest : public ::testing::Test {
 protected:
  StaffingTest();

  Call& call() { return *call_; }
  testing::TestDatabase& database() { return database_; }
  testing::FakeClock& clock() { return clock_; }
  testing::FakePlaces& places() { return *places_; }

  // A caller with other roles on the same database and registry.
  std::unique_ptr<testing::TestCall> CallWith(const std::vector<std::string>& roles);

  // Puts a facility into the registry and its copy.
  void AddPlace(Place place);

  absl::StatusOr<v1::Cadre> AddCadre(absl::string_view id);
  absl::StatusOr<v1::StaffMember> AddPerson(absl::string_view id,
                                            absl::string_view cadre = "nurse");
  absl::StatusOr<v1::Assignment> Assign(absl::string_view person, absl::string_view id,
                                        const v1::Assignment& assignment);
  absl::StatusOr<v1::WorkingTime> AddWorkingTime(absl::string_view cadre);
  absl::StatusOr<v1::ActivityStandard> AddStandard(absl::string_view id, absl::string_view cadre,
                                                   double unit_time_minutes);
  absl::StatusOr<v1::SupportActivity> AddSupport(absl::string_view id, absl::string_view cadre,
                                                 double amount, v1::SupportActivity::Unit unit);
  absl::StatusOr<v1::Workload> AddWorkload(absl::string_view facility, absl::string_view standard,
                                           int year, double volume);

 private:
  void Serve(testing::TestCall& call);

  testing::TestDatabase database_;
  testing::FakeClock clock_;
  std::shared_ptr<testing::FakePlaces> places_ = std::make_shared<testing::FakePlaces>();
  testing::TestCall call_;
};

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_TESTS_SERVICES_STAFFING_STAFFING_FIXTURE_H_
