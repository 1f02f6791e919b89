#include "tests/services/staffing/staffing_fixture.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "common/resource/common_schema.h"
#include "services/staffing/activity_standards.h"
#include "services/staffing/assignments.h"
#include "services/staffing/cadres.h"
#include "services/staffing/dates.h"
#include "services/staffing/identity_cipher.h"
#include "services/staffing/staff_members.h"
#include "services/staffing/staffing_schema.h"
#include "services/staffing/support_activities.h"
#include "services/staffing/working_times.h"
#include "services/staffing/workloads.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;

constexpr char kMethod[] = "mudiriya.staffing.v1.TestService.Test";
constexpr char kPermission[] = "staffing.cadres.read";

std::vector<db::MigrationSet> Schemas() {
  return {{"common", resource::CommonSchema()}, {"staffing", StaffingSchema()}};
}

Place PlaceOf(absl::string_view id, Facility::Type type, absl::string_view district) {
  Place place;
  place.facility = std::string(id);
  place.display_name.set_en(std::string(id));
  place.type = type;
  place.operational_status = Facility::FULL;
  place.areas = {std::string(district), "homs"};
  place.district = std::string(district);
  return place;
}

}  // namespace

std::string FacilityName(absl::string_view id) { return absl::StrCat(kHoms, "/facilities/", id); }
std::string AreaName(absl::string_view id) { return absl::StrCat(kHoms, "/areas/", id); }
std::string CadreName(absl::string_view id) { return absl::StrCat(kHoms, "/cadres/", id); }
std::string PersonName(absl::string_view id) { return absl::StrCat(kHoms, "/staffMembers/", id); }

google::type::Date Day(absl::string_view text) {
  absl::CivilDay day;
  return absl::ParseCivilTime(text, &day) ? ToDate(day) : google::type::Date();
}

v1::Assignment NewAssignment(double fte, absl::string_view start, absl::string_view end) {
  v1::Assignment assignment;
  assignment.set_facility(FacilityName("al-waleed"));
  assignment.set_fte(fte);
  *assignment.mutable_start_date() = Day(start);
  if (!end.empty()) *assignment.mutable_end_date() = Day(end);
  assignment.set_kind(v1::Assignment::PERMANENT);
  return assignment;
}

StaffingTest::StaffingTest()
    : database_(Schemas(), testing::Schema::kEmptied),
      call_(&database_.connection(), {"*:administrator"}, kPermission, kMethod, &clock_,
            "planner@homs") {
  Serve(call_);
  AddPlace(PlaceOf("al-waleed", Facility::HOSPITAL, "qusayr"));
  AddPlace(PlaceOf("al-qusayr", Facility::HEALTH_CENTRE, "qusayr"));
  places().names.insert(
      {AreaName("talkalakh"), AreaName("qusayr"), FacilityName("al-waleed") + "/departments/icu"});
  EXPECT_OK(AddCadre("nurse"));
  EXPECT_OK(AddCadre("midwife"));
  Recorded() = {};
}

void StaffingTest::Serve(testing::TestCall& call) {
  call.services().Add<Places>(places_);
  call.services().Add(std::make_shared<IdentityCipher>(
      IdentityCipher::FromKey("0123456789abcdef0123456789abcdef").value()));
}

std::unique_ptr<testing::TestCall> StaffingTest::CallWith(const std::vector<std::string>& roles) {
  auto call = std::make_unique<testing::TestCall>(&database_.connection(), roles, kPermission,
                                                  kMethod, &clock_);
  Serve(*call);
  return call;
}

void StaffingTest::AddPlace(Place place) {
  places().names.insert(FacilityName(place.facility));
  EXPECT_OK(database_.connection().Write(
      [&](db::Transaction& tx) { return StorePlaces(tx, "homs", {place}); }));
}

absl::StatusOr<v1::Cadre> StaffingTest::AddCadre(absl::string_view id) {
  v1::CreateCadreRequest request;
  request.set_parent(kHoms);
  request.set_cadre_id(std::string(id));
  request.mutable_cadre()->mutable_display_name()->set_en(std::string(id));
  request.mutable_cadre()->set_category(v1::Cadre::NURSING);
  return CreateCadre(call(), request);
}

absl::StatusOr<v1::StaffMember> StaffingTest::AddPerson(absl::string_view id,
                                                        absl::string_view cadre) {
  v1::CreateStaffMemberRequest request;
  request.set_parent(kHoms);
  request.set_staff_member_id(std::string(id));
  request.mutable_staff_member()->mutable_display_name()->set_ar("ليلى الحسن");
  request.mutable_staff_member()->set_cadre(CadreName(cadre));
  return CreateStaffMember(call(), request);
}

absl::StatusOr<v1::Assignment> StaffingTest::Assign(absl::string_view person, absl::string_view id,
                                                    const v1::Assignment& assignment) {
  v1::CreateAssignmentRequest request;
  request.set_parent(PersonName(person));
  request.set_assignment_id(std::string(id));
  *request.mutable_assignment() = assignment;
  return CreateAssignment(call(), request);
}

absl::StatusOr<v1::WorkingTime> StaffingTest::AddWorkingTime(absl::string_view cadre) {
  v1::CreateWorkingTimeRequest request;
  request.set_parent(kHoms);
  v1::WorkingTime& time = *request.mutable_working_time();
  time.set_cadre(CadreName(cadre));
  time.set_days_per_week(4.5);
  time.set_hours_per_day(8);
  time.set_annual_leave_days(30);
  time.set_public_holiday_days(10);
  time.set_sick_leave_days(15);
  return CreateWorkingTime(call(), request);
}

absl::StatusOr<v1::ActivityStandard> StaffingTest::AddStandard(absl::string_view id,
                                                               absl::string_view cadre,
                                                               double unit_time_minutes) {
  v1::CreateActivityStandardRequest request;
  request.set_parent(kHoms);
  request.set_activity_standard_id(std::string(id));
  v1::ActivityStandard& standard = *request.mutable_activity_standard();
  standard.set_cadre(CadreName(cadre));
  standard.mutable_display_name()->set_en(std::string(id));
  standard.set_unit_time_minutes(unit_time_minutes);
  return CreateActivityStandard(call(), request);
}

absl::StatusOr<v1::SupportActivity> StaffingTest::AddSupport(absl::string_view id,
                                                             absl::string_view cadre, double amount,
                                                             v1::SupportActivity::Unit unit) {
  v1::CreateSupportActivityRequest request;
  request.set_parent(kHoms);
  request.set_support_activity_id(std::string(id));
  v1::SupportActivity& activity = *request.mutable_support_activity();
  activity.set_cadre(CadreName(cadre));
  activity.mutable_display_name()->set_en(std::string(id));
  activity.set_amount(amount);
  activity.set_unit(unit);
  return CreateSupportActivity(call(), request);
}

absl::StatusOr<v1::Workload> StaffingTest::AddWorkload(absl::string_view facility,
                                                       absl::string_view standard, int year,
                                                       double volume) {
  v1::CreateWorkloadRequest request;
  request.set_parent(kHoms);
  v1::Workload& workload = *request.mutable_workload();
  workload.set_facility(FacilityName(facility));
  workload.set_activity_standard(absl::StrCat(kHoms, "/activityStandards/", standard));
  workload.set_year(year);
  workload.set_annual_volume(volume);
  return CreateWorkload(call(), request);
}

}  // namespace mudiriya::staffing
