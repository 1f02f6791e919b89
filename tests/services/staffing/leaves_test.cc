#include "services/staffing/leaves.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/services/staffing/staffing_fixture.h"

namespace mudiriya::staffing {
namespace {

using testing::HasError;
using testing::HasViolation;
using testing::IsOk;

class LeavesTest : public StaffingTest {
 protected:
  LeavesTest() { EXPECT_OK(AddPerson("s1")); }

  static v1::Leave NewLeave(absl::string_view start, absl::string_view end) {
    v1::Leave leave;
    leave.set_kind(v1::Leave::ANNUAL);
    *leave.mutable_start_date() = Day(start);
    if (!end.empty()) *leave.mutable_end_date() = Day(end);
    return leave;
  }

  absl::StatusOr<v1::Leave> Create(absl::string_view id, absl::string_view start,
                                   absl::string_view end, absl::string_view person = "s1") {
    v1::CreateLeaveRequest request;
    request.set_parent(PersonName(person));
    request.set_leave_id(std::string(id));
    *request.mutable_leave() = NewLeave(start, end);
    return CreateLeave(call(), request);
  }
};

TEST_F(LeavesTest, NoTwoShareADay) {
  ASSERT_THAT(Create("l1", "2026-07-01", "2026-07-30"), IsOk());
  const absl::Status status = Create("l2", "2026-07-30", "2026-08-05").status();
  EXPECT_THAT(status, HasViolation("leave.start_date", Reason::OVERLAP));
  EXPECT_EQ(Violations::FromStatus(status).entries()[0].arguments[0].value,
            PersonName("s1") + "/leaves/l1");
  EXPECT_THAT(Create("l2", "2026-06-01", "2026-12-31"),
              HasViolation("leave.start_date", Reason::OVERLAP));
  EXPECT_THAT(Create("l2", "2026-07-31", "2026-08-05"), IsOk());
}

TEST_F(LeavesTest, OneIsProlongedUnlessItRunsIntoTheNext) {
  ASSERT_THAT(Create("l1", "2026-07-01", "2026-07-30"), IsOk());
  ASSERT_THAT(Create("l2", "2026-08-10", "2026-08-20"), IsOk());
  v1::UpdateLeaveRequest request;
  *request.mutable_leave() = NewLeave("2026-07-01", "2026-08-09");
  request.mutable_leave()->set_name(PersonName("s1") + "/leaves/l1");
  request.mutable_update_mask()->add_paths("end_date");
  EXPECT_THAT(UpdateLeave(call(), request), IsOk());
  *request.mutable_leave()->mutable_end_date() = Day("2026-08-10");
  EXPECT_THAT(UpdateLeave(call(), request), HasViolation("leave.start_date", Reason::OVERLAP));
}

TEST_F(LeavesTest, HasAnEndThatIsNotBeforeItsStart) {
  EXPECT_THAT(Create("l1", "2026-07-02", "2026-07-01"),
              HasViolation("leave.end_date", Reason::END_BEFORE_START));
  EXPECT_THAT(Create("l1", "2026-07-02", ""), HasViolation("leave.end_date", Reason::REQUIRED));
}

TEST_F(LeavesTest, BelongsToAPersonWhoIsThere) {
  EXPECT_THAT(Create("l1", "2026-07-01", "2026-07-02", "ghost"), HasError(Reason::NOT_FOUND));
}

TEST_F(LeavesTest, IsGoneWhenDeleted) {
  ASSERT_THAT(Create("l1", "2026-07-01", "2026-07-30"), IsOk());
  v1::DeleteLeaveRequest request;
  request.set_name(PersonName("s1") + "/leaves/l1");
  ASSERT_THAT(DeleteLeave(call(), request), IsOk());
  EXPECT_THAT(Create("l2", "2026-07-30", "2026-08-05"), IsOk());
}

}  // namespace
}  // namespace mudiriya::staffing
