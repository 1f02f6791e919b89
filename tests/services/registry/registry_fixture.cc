#include "tests/services/registry/registry_fixture.h"

#include "absl/strings/str_cat.h"
#include "common/resource/common_schema.h"
#include "services/registry/areas.h"
#include "services/registry/departments.h"
#include "services/registry/directorates.h"
#include "services/registry/facilities.h"
#include "services/registry/programmes.h"
#include "services/registry/registry_schema.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

constexpr absl::string_view kParent = "directorates/homs";

std::vector<db::MigrationSet> Schemas() {
  return {{"common", resource::CommonSchema()}, {"registry", RegistrySchema()}};
}

}  // namespace

std::string AreaName(absl::string_view id) { return absl::StrCat(kParent, "/areas/", id); }
std::string FacilityName(absl::string_view id) { return absl::StrCat(kParent, "/facilities/", id); }
std::string ProgrammeName(absl::string_view id) {
  return absl::StrCat(kParent, "/programmes/", id);
}

v1::CreateAreaRequest NewArea(const AreaSpec& spec) {
  v1::CreateAreaRequest request;
  request.set_parent(std::string(kParent));
  request.set_area_id(spec.id);
  v1::Area& area = *request.mutable_area();
  area.mutable_display_name()->set_en(spec.id);
  area.set_level(spec.level);
  if (!spec.parent.empty()) area.set_parent_area(AreaName(spec.parent));
  if (spec.population.has_value()) area.set_population(*spec.population);
  if (spec.km2.has_value()) area.set_area_km2(*spec.km2);
  return request;
}

v1::CreateFacilityRequest NewFacility(const FacilitySpec& spec) {
  v1::CreateFacilityRequest request;
  request.set_parent(std::string(kParent));
  request.set_facility_id(spec.id);
  v1::Facility& facility = *request.mutable_facility();
  facility.mutable_display_name()->set_en(spec.id);
  facility.set_type(spec.type);
  facility.set_area(AreaName(spec.area));
  facility.set_referral(spec.referral);
  if (spec.latitude.has_value()) facility.mutable_location()->set_latitude(*spec.latitude);
  if (spec.longitude.has_value()) facility.mutable_location()->set_longitude(*spec.longitude);
  return request;
}

RegistryTest::RegistryTest()
    : database_(Schemas()),
      call_(&database_.connection(), {"*:administrator"}, "registry.areas.read",
            "mudiriya.registry.v1.AreaService.Test", &clock_, "deputy.curative@homs") {
  EXPECT_OK(AddDirectorate("homs"));
}

testing::TestCall RegistryTest::CallWith(const std::vector<std::string>& roles) {
  return testing::TestCall(&database_.connection(), roles, "registry.areas.read",
                           "mudiriya.registry.v1.AreaService.Test", &clock_);
}

absl::StatusOr<v1::Directorate> RegistryTest::AddDirectorate(absl::string_view id) {
  v1::CreateDirectorateRequest request;
  request.set_directorate_id(std::string(id));
  request.mutable_directorate()->mutable_display_name()->set_en(std::string(id));
  request.mutable_directorate()->set_country("SY");
  request.mutable_directorate()->set_time_zone("Asia/Damascus");
  return CreateDirectorate(call(), request);
}

absl::StatusOr<v1::Area> RegistryTest::AddArea(const AreaSpec& spec) {
  return CreateArea(call(), NewArea(spec));
}

absl::StatusOr<v1::Facility> RegistryTest::AddFacility(const FacilitySpec& spec) {
  return CreateFacility(call(), NewFacility(spec));
}

absl::StatusOr<v1::Department> RegistryTest::AddDepartment(absl::string_view facility,
                                                           absl::string_view id) {
  v1::CreateDepartmentRequest request;
  request.set_parent(FacilityName(facility));
  request.set_department_id(std::string(id));
  request.mutable_department()->mutable_display_name()->set_ar("قسم الإسعاف");
  request.mutable_department()->set_kind(v1::Department::EMERGENCY);
  return CreateDepartment(call(), request);
}

absl::StatusOr<v1::Programme> RegistryTest::AddProgramme(absl::string_view id) {
  v1::CreateProgrammeRequest request;
  request.set_parent(std::string(kParent));
  request.set_programme_id(std::string(id));
  request.mutable_programme()->mutable_display_name()->set_ar("التوأمة");
  return CreateProgramme(call(), request);
}

absl::StatusOr<v1::Area> RegistryTest::ReadArea(absl::string_view id) {
  v1::GetAreaRequest request;
  request.set_name(AreaName(id));
  return GetArea(call(), request);
}

absl::StatusOr<v1::Facility> RegistryTest::ReadFacility(absl::string_view id) {
  v1::GetFacilityRequest request;
  request.set_name(FacilityName(id));
  return GetFacility(call(), request);
}

}  // namespace mudiriya::registry
