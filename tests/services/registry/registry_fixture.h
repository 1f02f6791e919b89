#ifndef MUDIRIYA_TESTS_SERVICES_REGISTRY_REGISTRY_FIXTURE_H_
#define MUDIRIYA_TESTS_SERVICES_REGISTRY_REGISTRY_FIXTURE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"
#include "mudiriya/registry/v1/area_service.pb.h"
#include "mudiriya/registry/v1/department_service.pb.h"
#include "mudiriya/registry/v1/directorate_service.pb.h"
#include "mudiriya/registry/v1/facility_service.pb.h"
#include "mudiriya/registry/v1/programme_service.pb.h"
#include "tests/testing/database.h"
#include "tests/testing/fake_clock.h"
#include "tests/testing/test_call.h"

namespace mudiriya::registry {

// Full names from ids, all in the directorate `homs`.
std::string AreaName(absl::string_view id);
std::string FacilityName(absl::string_view id);
std::string ProgrammeName(absl::string_view id);

// Texts of an area that a test cares about.
struct AreaSpec {
  std::string id;
  v1::Area::Level level = v1::Area::GOVERNORATE;
  std::string parent = "";  // id
  std::optional<int64_t> population = std::nullopt;
  std::optional<double> km2 = std::nullopt;
};

struct FacilitySpec {
  std::string id;
  std::string area;  // id
  v1::Facility::Type type = v1::Facility::HOSPITAL;
  std::optional<double> latitude = std::nullopt;
  std::optional<double> longitude = std::nullopt;
  bool referral = false;
};

v1::CreateAreaRequest NewArea(const AreaSpec& spec);
v1::CreateFacilityRequest NewFacility(const FacilitySpec& spec);

// The handlers of the registry over a real database of its own, with the directorate `homs` in it.
class RegistryTest : public ::testing::Test {
 protected:
  RegistryTest();

  Call& call() { return *call_; }
  testing::TestDatabase& database() { return database_; }
  testing::FakeClock& clock() { return clock_; }

  // A caller with other roles on the same database.
  testing::TestCall CallWith(const std::vector<std::string>& roles);

  absl::StatusOr<v1::Directorate> AddDirectorate(absl::string_view id);
  absl::StatusOr<v1::Area> AddArea(const AreaSpec& spec);
  absl::StatusOr<v1::Facility> AddFacility(const FacilitySpec& spec);
  absl::StatusOr<v1::Department> AddDepartment(absl::string_view facility, absl::string_view id);
  absl::StatusOr<v1::Programme> AddProgramme(absl::string_view id);

  absl::StatusOr<v1::Area> ReadArea(absl::string_view id);
  absl::StatusOr<v1::Facility> ReadFacility(absl::string_view id);

 private:
  testing::TestDatabase database_;
  testing::FakeClock clock_;
  testing::TestCall call_;
};

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_TESTS_SERVICES_REGISTRY_REGISTRY_FIXTURE_H_
