// What the contracts themselves refuse, before any handler sees it.

#include <string>

#include "common/resource/validate.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "mudiriya/staffing/v1/assignment_service.pb.h"
#include "mudiriya/staffing/v1/cadre_service.pb.h"
#include "mudiriya/staffing/v1/requirement_service.pb.h"
#include "mudiriya/staffing/v1/staff_member_service.pb.h"
#include "mudiriya/staffing/v1/staff_return_service.pb.h"
#include "mudiriya/staffing/v1/staffing_settings_service.pb.h"
#include "mudiriya/staffing/v1/working_time_service.pb.h"
#include "mudiriya/staffing/v1/workload_service.pb.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::staffing {
namespace {

using testing::HasViolation;
using testing::IsOk;

template <typename Request>
absl::Status Check(const Request& request) {
  absl::StatusOr<resource::MethodRules> rules =
      resource::MethodRules::Compile(Request::descriptor());
  EXPECT_OK(rules);
  return rules.ok() ? resource::Validate(request, *rules).ToStatus() : rules.status();
}

v1::CreateStaffMemberRequest Person(const std::string& name) {
  v1::CreateStaffMemberRequest request;
  request.set_parent("directorates/homs");
  request.mutable_staff_member()->mutable_display_name()->set_ar(name);
  request.mutable_staff_member()->set_cadre("directorates/homs/cadres/nurse");
  return request;
}

TEST(Contracts, QuotesAndApostrophesAreNames) {
  EXPECT_THAT(Check(Person("ليلى \"أم علي\" O'Neill; DROP TABLE")), IsOk());
}

TEST(Contracts, HiddenAndControlCharactersAreNot) {
  EXPECT_THAT(Check(Person("ليلى\u202Eالحسن")),
              HasViolation("staff_member.display_name.ar", Reason::DIRECTION_CHARACTER));
  EXPECT_THAT(Check(Person("ليلى\x07الحسن")),
              HasViolation("staff_member.display_name.ar", Reason::CONTROL_CHARACTER));
}

TEST(Contracts, AllViolationsComeTogether) {
  v1::CreateAssignmentRequest request;
  request.set_parent("directorates/homs/staffMembers/s1");
  request.mutable_assignment()->set_facility("somewhere");
  request.mutable_assignment()->set_fte(1.5);
  const absl::Status status = Check(request);
  EXPECT_THAT(status, HasViolation("assignment.facility", Reason::INVALID_NAME));
  EXPECT_THAT(status, HasViolation("assignment.fte", Reason::ABOVE_MAXIMUM));
  EXPECT_THAT(status, HasViolation("assignment.start_date", Reason::REQUIRED));
  EXPECT_THAT(status, HasViolation("assignment.kind", Reason::REQUIRED));
}

TEST(Contracts, VolumesAndCountsAreNotNegative) {
  v1::CreateWorkloadRequest workload;
  workload.mutable_workload()->set_annual_volume(-1);
  EXPECT_THAT(Check(workload), HasViolation("workload.annual_volume", Reason::OUT_OF_RANGE));
  v1::CreateStaffReturnRequest count;
  count.mutable_staff_return()->set_head_count(-0.5);
  EXPECT_THAT(Check(count), HasViolation("staff_return.head_count", Reason::OUT_OF_RANGE));
}

TEST(Contracts, AReturnOfNobodyIsAReturn) {
  v1::CreateStaffReturnRequest request;
  request.set_parent("directorates/homs");
  v1::StaffReturn& row = *request.mutable_staff_return();
  row.set_facility("directorates/homs/facilities/al-waleed");
  row.set_cadre("directorates/homs/cadres/nurse");
  row.mutable_month()->set_year(2024);
  row.mutable_month()->set_month(6);
  row.mutable_month()->set_day(1);
  row.set_head_count(0);
  EXPECT_THAT(Check(request), IsOk());
}

TEST(Contracts, EveryRequestCompiles) {
  for (const google::protobuf::FileDescriptor* file :
       {v1::CreateCadreRequest::descriptor()->file(),
        v1::UpdateStaffingSettingsRequest::descriptor()->file(),
        v1::ComputeRequirementRequest::descriptor()->file(),
        v1::CreateWorkingTimeRequest::descriptor()->file()}) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      EXPECT_OK(resource::MethodRules::Compile(file->message_type(i)));
    }
  }
}

}  // namespace
}  // namespace mudiriya::staffing
