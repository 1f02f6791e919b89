#include "services/staffing/imports.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/exports.h"
#include "services/staffing/staff_members.h"
#include "tests/services/staffing/staffing_fixture.h"

namespace mudiriya::staffing {
namespace {

using ::testing::ElementsAre;
using testing::HasViolation;
using testing::IsOk;
using ::testing::UnorderedElementsAre;
using type::v1::RowOutcome;

class ImportsTest : public StaffingTest {
 protected:
  // Maps each field to the column of the same title.
  v1::ImportRowsResponse Import(const std::string& type, const std::string& csv,
                                bool dry_run = false) {
    v1::ImportRowsRequest request;
    request.set_parent(kHoms);
    request.set_resource_type(absl::StrCat("staffing.mudiriya.health/", type));
    request.set_csv(csv);
    request.set_dry_run(dry_run);
    request.set_all_outcomes(true);
    absl::StatusOr<v1::ImportRowsResponse> response = ImportRows(call(), request);
    EXPECT_OK(response);
    return response.ok() ? *response : v1::ImportRowsResponse();
  }

  static std::vector<RowOutcome::Outcome> OutcomesOf(const v1::ImportRowsResponse& response) {
    std::vector<RowOutcome::Outcome> outcomes;
    for (const RowOutcome& row : response.outcomes()) outcomes.push_back(row.outcome());
    return outcomes;
  }

  static std::string ReasonOf(const RowOutcome& row) {
    return row.problems_size() == 1
               ? absl::StrCat(row.problems(0).field(), " ", row.problems(0).reason())
               : absl::StrCat(row.problems_size(), " problems");
  }
};

TEST_F(ImportsTest, ReturnsAreNamedAfterWhatTheySay) {
  const std::string csv =
      "\xEF\xBB\xBF"
      "facility;cadre;month;head_count\r\n"
      "al-waleed;nurse;2024-06-01;١٢٫٥\r\n"
      "al-qusayr;nurse;2024-06-01;3\r\n";
  const v1::ImportRowsResponse first = Import("StaffReturn", csv);
  EXPECT_EQ(first.created_count(), 2) << first.DebugString();
  EXPECT_EQ(database().Scalar("SELECT head_count FROM staff_return WHERE staff_return_id ="
                              " 'al-waleed--nurse--2024-06'"),
            "12.5");
  EXPECT_THAT(Recorded().keys,
              UnorderedElementsAre(LevelKey{"al-waleed", "nurse"}, LevelKey{"al-qusayr", "nurse"}));
  Recorded() = {};
  EXPECT_EQ(Import("StaffReturn", csv).unchanged_count(), 2);
  EXPECT_THAT(Recorded().keys, ElementsAre());
}

TEST_F(ImportsTest, ABadRowHoldsNoOtherBack) {
  const v1::ImportRowsResponse response = Import("StaffReturn",
                                                 "facility,cadre,month,head_count,full_time_count\n"
                                                 "al-waleed,nurse,2024-06-01,12,\n"
                                                 "nowhere,nurse,2024-06-01,12,\n"
                                                 "al-waleed,wizard,2024-06-01,12,\n"
                                                 "al-waleed,midwife,2024-06-15,12,\n"
                                                 "al-qusayr,nurse,2024-06-01,2,3\n"
                                                 "al-qusayr,midwife,2024-06-01,-4,\n");
  EXPECT_EQ(response.created_count(), 1);
  EXPECT_EQ(response.rejected_count(), 5);
  ASSERT_EQ(response.outcomes_size(), 6) << response.DebugString();
  EXPECT_EQ(ReasonOf(response.outcomes(1)), "facility REFERENCE_NOT_FOUND");
  EXPECT_EQ(ReasonOf(response.outcomes(2)), "cadre REFERENCE_NOT_FOUND");
  EXPECT_EQ(ReasonOf(response.outcomes(3)), "month INVALID_DATE");
  EXPECT_EQ(ReasonOf(response.outcomes(4)), "full_time_count ABOVE_MAXIMUM");
  EXPECT_EQ(response.outcomes(5).outcome(), RowOutcome::REJECTED);
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM staff_return"), "1");
}

TEST_F(ImportsTest, SharesCountAcrossTheRowsOfAFile) {
  ASSERT_THAT(AddPerson("s1"), IsOk());
  ASSERT_THAT(AddPerson("s2"), IsOk());
  ASSERT_THAT(Assign("s1", "a0", NewAssignment(0.5, "2026-01-01")), IsOk());
  const v1::ImportRowsResponse response =
      Import("Assignment",
             "staff_member,assignment,facility,fte,start_date,kind\n"
             "s1,a1,al-waleed,0.3,2026-02-01,PERMANENT\n"
             "s1,a2,al-waleed,0.3,2026-03-01,PERMANENT\n"
             "s2,a1,al-waleed,1,2026-03-01,PERMANENT\n"
             "ghost,a1,al-waleed,1,2026-03-01,PERMANENT\n");
  EXPECT_THAT(OutcomesOf(response), ElementsAre(RowOutcome::CREATED, RowOutcome::REJECTED,
                                                RowOutcome::CREATED, RowOutcome::REJECTED))
      << response.DebugString();
  EXPECT_EQ(response.outcomes(1).problems(0).reason(), "FTE_OVER_ONE");
  EXPECT_EQ(response.outcomes(3).problems(0).reason(), "NOT_FOUND");
  EXPECT_EQ(database().Scalar("SELECT cadre_id FROM assignment WHERE staff_member_id = 's2'"),
            "nurse");
}

TEST_F(ImportsTest, LeavesOfAFileDoNotOverlap) {
  ASSERT_THAT(AddPerson("s1"), IsOk());
  const v1::ImportRowsResponse response = Import("Leave",
                                                 "staff_member,leave,kind,start_date,end_date\n"
                                                 "s1,l1,ANNUAL,2026-07-01,2026-07-30\n"
                                                 "s1,l2,SICK,2026-07-30,2026-08-02\n"
                                                 "s1,l3,SICK,2026-07-31,2026-08-02\n");
  EXPECT_THAT(OutcomesOf(response),
              ElementsAre(RowOutcome::CREATED, RowOutcome::REJECTED, RowOutcome::CREATED))
      << response.DebugString();
  EXPECT_EQ(ReasonOf(response.outcomes(1)), "start_date OVERLAP");
}

TEST_F(ImportsTest, NationalIdsAreTakenInSealed) {
  const std::string csv =
      "staff_member,display_name.ar,cadre,national_id\n"
      "s1,ليلى الحسن,nurse,٠٤٠١٠٠١٢٤١٧\n"
      "s2,سارة,midwife,\n"
      "s3,هدى,nurse,12\n";
  const v1::ImportRowsResponse first = Import("StaffMember", csv);
  EXPECT_THAT(OutcomesOf(first),
              ElementsAre(RowOutcome::CREATED, RowOutcome::CREATED, RowOutcome::REJECTED))
      << first.DebugString();
  EXPECT_EQ(ReasonOf(first.outcomes(2)), "national_id PATTERN");
  v1::RevealNationalIdRequest reveal;
  reveal.set_name(PersonName("s1"));
  EXPECT_EQ(RevealNationalId(call(), reveal)->national_id(), "04010012417");
  EXPECT_EQ(database().Scalar("SELECT national_id_masked FROM staff_member"
                              " WHERE staff_member_id = 's1'"),
            "••••••••417");
}

TEST_F(ImportsTest, ImportingPeopleTwiceChangesNothing) {
  const std::string csv =
      "staff_member,display_name.ar,cadre,national_id\n"
      "s1,ليلى الحسن,nurse,04010012417\n";
  EXPECT_EQ(Import("StaffMember", csv).created_count(), 1);
  EXPECT_EQ(Import("StaffMember", csv).unchanged_count(), 1);
  EXPECT_EQ(database().Scalar("SELECT row_version FROM staff_member"), "1");
}

TEST_F(ImportsTest, ADryRunWritesNothing) {
  const v1::ImportRowsResponse response =
      Import("StaffReturn", "facility,cadre,month,head_count\nal-waleed,nurse,2024-06-01,12\n",
             /*dry_run=*/true);
  EXPECT_EQ(response.created_count(), 1);
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM staff_return"), "0");
}

TEST_F(ImportsTest, AllowancesOfAFileAddUp) {
  ASSERT_THAT(AddWorkingTime("nurse"), IsOk());
  const v1::ImportRowsResponse response =
      Import("SupportActivity",
             "support_activity,cadre,display_name.en,amount,unit\n"
             "a,nurse,A,60,PERCENT\n"
             "b,nurse,B,50,PERCENT\n"
             "c,nurse,C,30,PERCENT\n");
  EXPECT_THAT(OutcomesOf(response),
              ElementsAre(RowOutcome::CREATED, RowOutcome::REJECTED, RowOutcome::CREATED))
      << response.DebugString();
}

TEST_F(ImportsTest, OnlyRecordsAreTables) {
  v1::ImportRowsRequest request;
  request.set_parent(kHoms);
  request.set_resource_type("staffing.mudiriya.health/StaffingSettings");
  request.set_csv("a\n1\n");
  EXPECT_THAT(ImportRows(call(), request), HasViolation("resource_type", Reason::UNKNOWN_VALUE));
}

TEST_F(ImportsTest, AnExportIsTakenBack) {
  ASSERT_THAT(AddPerson("s1"), IsOk());
  ASSERT_THAT(Assign("s1", "a1", NewAssignment(0.5, "2026-01-01", "2026-12-31")), IsOk());
  v1::ExportRowsRequest request;
  request.set_parent(kHoms);
  request.set_resource_type("staffing.mudiriya.health/Assignment");
  std::string cursor;
  ASSERT_OK_AND_ASSIGN(const auto step, ExportRows(call(), request, cursor));
  ASSERT_EQ(step.messages.size(), 1u);
  EXPECT_TRUE(absl::StrContains(step.messages[0].csv(), "2026-12-31"));
  EXPECT_EQ(Import("Assignment", step.messages[0].csv()).unchanged_count(), 1);
}

}  // namespace
}  // namespace mudiriya::staffing
