#ifndef MUDIRIYA_TESTS_SERVICES_STAFFING_LEVELS_FIXTURE_H_
#define MUDIRIYA_TESTS_SERVICES_STAFFING_LEVELS_FIXTURE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "mudiriya/registry/v1/facility.pb.h"
#include "mudiriya/staffing/v1/assignment.pb.h"
#include "mudiriya/staffing/v1/gap_service.pb.h"
#include "mudiriya/staffing/v1/staffing_settings.pb.h"
#include "tests/testing/database.h"
#include "tests/testing/fake_clock.h"
#include "tests/testing/fake_places_source.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/test_call.h"

namespace mudiriya::staffing {

// A facility as these tests tell them apart.
struct FacilitySpec {
  std::string id;
  std::string area = "north";  // id
  registry::v1::Facility::Type type = registry::v1::Facility::HEALTH_CENTRE;
  double density_rank = 0;
  double remoteness_rank = 0;
  bool critical = false;
};

// The handlers over real levels and a database of their own; the registry alone is a fake. There
// are the directorates `homs` and `assiut` (both at +03:00), each with the areas `top` > `north`,
// `south` > `village`, where north and south are districts, and the cadres `nurse` and `midwife`.
// It is 9 February 2026.
class LevelsTest : public ::testing::Test {
 protected:
  explicit LevelsTest(const std::vector<std::string>& roles = {"*:administrator"});

  Call& call() { return *call_; }
  testing::TestDatabase& database() { return database_; }
  testing::FakeClock& clock() { return clock_; }
  testing::FakePlacesSource& registry() { return *registry_; }

  // A caller with these roles, on a connection of its own.
  std::unique_ptr<testing::TestCall> CallWith(const std::vector<std::string>& roles,
                                              db::Connection& connection);

  void AddFacility(const FacilitySpec& spec, absl::string_view directorate = "homs");
  void AddCadre(absl::string_view id, absl::string_view directorate = "homs");
  // The posts that a facility has been given, which are what it requires.
  void SetPosts(absl::string_view facility, absl::string_view cadre, double posts,
                absl::string_view directorate = "homs");
  // A person of the cadre who works there; returns the assignment.
  v1::Assignment Assign(absl::string_view facility, absl::string_view cadre, double fte = 1,
                        absl::string_view start = "2026-01-01", absl::string_view end = "",
                        absl::string_view directorate = "homs");
  void AddReturn(absl::string_view facility, absl::string_view cadre, absl::string_view month,
                 double head_count);
  void Update(const v1::StaffingSettings& settings);

  std::vector<v1::Gap> List(v1::ListGapsRequest request = {});
  v1::Gap Get(absl::string_view facility, absl::string_view cadre);

  // All that is stored of levels and their sums, one line a row, figures to nine digits.
  std::string Dump();
  // The same after everything has been computed anew from the records.
  std::string DumpOfRecomputed(absl::string_view directorate = "homs");

 private:
  void Serve(testing::TestCall& call);
  void AddPlaces(absl::string_view directorate);

  testing::TestDatabase database_;
  testing::FakeClock clock_;
  std::shared_ptr<testing::FakePlacesSource> registry_ =
      std::make_shared<testing::FakePlacesSource>();
  testing::TestCall call_;
  int people_ = 0;
};

// Ids of the facilities of gaps, in order.
std::vector<std::string> FacilitiesOf(const std::vector<v1::Gap>& gaps);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_TESTS_SERVICES_STAFFING_LEVELS_FIXTURE_H_
