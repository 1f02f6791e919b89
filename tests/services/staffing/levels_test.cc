#include "services/staffing/levels.h"

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "mudiriya/staffing/v1/assignment_service.pb.h"
#include "mudiriya/staffing/v1/staffing_norm_service.pb.h"
#include "services/staffing/assignments.h"
#include "services/staffing/gaps.h"
#include "services/staffing/staffing_norms.h"
#include "tests/services/staffing/levels_fixture.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class LevelRefreshTest : public LevelsTest {
 protected:
  void End(const v1::Assignment& assignment, absl::CivilDay day) {
    v1::UpdateAssignmentRequest request;
    request.mutable_assignment()->set_name(assignment.name());
    request.mutable_assignment()->mutable_end_date()->set_year(static_cast<int>(day.year()));
    request.mutable_assignment()->mutable_end_date()->set_month(day.month());
    request.mutable_assignment()->mutable_end_date()->set_day(day.day());
    request.mutable_update_mask()->add_paths("end_date");
    EXPECT_OK(UpdateAssignment(call(), request));
  }

  void Remove(const v1::Assignment& assignment) {
    v1::DeleteAssignmentRequest request;
    request.set_name(assignment.name());
    EXPECT_OK(DeleteAssignment(call(), request));
  }

  void SetNorm(Facility::Type type, double staff) {
    v1::UpdateStaffingNormRequest request;
    v1::StaffingNorm& norm = *request.mutable_staffing_norm();
    norm.set_name(absl::StrCat("directorates/homs/staffingNorms/",
                               type == Facility::HOSPITAL ? "hospital" : "health-centre",
                               "--nurse"));
    norm.set_facility_type(type);
    norm.set_cadre("directorates/homs/cadres/nurse");
    norm.set_basis(v1::StaffingNorm::PER_FACILITY);
    norm.set_staff(staff);
    for (const char* path : {"facility_type", "cadre", "basis", "staff"}) {
      request.mutable_update_mask()->add_paths(path);
    }
    request.set_allow_missing(true);
    EXPECT_OK(UpdateStaffingNorm(call(), request));
  }

  void UseOnly(std::vector<v1::Requirement::Source> sources) {
    v1::StaffingSettings settings;
    for (const auto source : sources) settings.add_requirement_sources(source);
    Update(settings);
  }
};

TEST_F(LevelRefreshTest, LevelsAfterRandomWritesEqualThoseComputedFromScratch) {
  std::mt19937 random(42);
  for (int i = 0; i < 6; ++i) {
    AddFacility({.id = absl::StrCat("f", i),
                 .area = i % 2 == 0 ? "north" : "village",
                 .type = i < 2 ? Facility::HOSPITAL : Facility::HEALTH_CENTRE,
                 .density_rank = i / 5.0});
  }
  std::vector<v1::Assignment> assignments;
  for (int step = 0; step < 80; ++step) {
    const std::string facility = absl::StrCat("f", random() % 6);
    const char* cadre = random() % 2 == 0 ? "nurse" : "midwife";
    const int kind = random() % 8;
    if (kind < 3) {
      assignments.push_back(Assign(facility, cadre, (1 + random() % 10) / 10.0));
    } else if (kind < 5) {
      SetPosts(facility, cadre, (random() % 50) / 10.0);
    } else if (kind == 5 && !assignments.empty()) {
      Remove(assignments.back());
      assignments.pop_back();
    } else if (kind == 6 && !assignments.empty()) {
      End(assignments[random() % assignments.size()], absl::CivilDay(2026, 2, 1 + random() % 20));
    } else if (kind == 7) {
      SetNorm(random() % 2 == 0 ? Facility::HOSPITAL : Facility::HEALTH_CENTRE,
              (random() % 30) / 10.0);
    }
    if (random() % 10 == 0) clock().Advance(absl::Hours(30));
    if (random() % 10 == 0) AddFacility({.id = facility, .area = "south", .critical = true});
  }
  const std::vector<v1::Gap> gaps = List();  // turns the day, estimates and follows
  EXPECT_FALSE(gaps.empty());
  const std::string kept = Dump();
  EXPECT_EQ(kept, DumpOfRecomputed());
}

TEST_F(LevelRefreshTest, TheDayTurnsBeforeAReaderIsAnswered) {
  AddFacility({.id = "centre"});
  SetPosts("centre", "nurse", 3);
  Assign("centre", "nurse", 1, "2026-01-01", "2026-02-10");
  Assign("centre", "nurse", 0.5, "2026-02-11");
  EXPECT_EQ(Get("centre", "nurse").current(), 1);
  clock().Advance(absl::Hours(24));  // 10 February: the last day of the first
  EXPECT_EQ(Get("centre", "nurse").current(), 1);
  clock().Advance(absl::Hours(24));
  const v1::Gap gap = Get("centre", "nurse");
  EXPECT_EQ(gap.current(), 0.5);
  EXPECT_EQ(gap.as_of_date().day(), 11);
  EXPECT_EQ(Dump(), DumpOfRecomputed());
}

TEST_F(LevelRefreshTest, TheDayIsThatOfTheDirectorate) {
  AddFacility({.id = "centre"});
  Assign("centre", "nurse", 1, "2026-02-10");
  EXPECT_THAT(List(), IsEmpty());
  clock().Advance(absl::Hours(13));  // 21:00 UTC on the 9th, midnight at +03:00
  EXPECT_EQ(Get("centre", "nurse").current(), 1);
}

TEST_F(LevelRefreshTest, AWriteOnALaterDayTurnsItToo) {
  AddFacility({.id = "a"});
  AddFacility({.id = "b"});
  Assign("a", "nurse", 1, "2026-02-12");
  clock().Advance(absl::Hours(24 * 4));
  Assign("b", "nurse");
  EXPECT_EQ(database().Scalar("SELECT current_fte FROM staffing_level"
                              " WHERE directorate_id = 'homs' AND facility_id = 'a'"),
            "1");
}

TEST_F(LevelRefreshTest, ADirectorateOfReturnsCountsTheLatest) {
  AddFacility({.id = "centre"});
  SetPosts("centre", "nurse", 10);
  Assign("centre", "nurse");
  v1::StaffingSettings settings;
  settings.set_staff_data_source(v1::StaffingSettings::RETURNS);
  Update(settings);
  EXPECT_EQ(Get("centre", "nurse").current(), 0);
  AddReturn("centre", "nurse", "2026-01-01", 6.5);
  AddReturn("centre", "nurse", "2025-12-01", 3);
  AddReturn("centre", "nurse", "2026-03-01", 9);
  v1::Gap gap = Get("centre", "nurse");
  EXPECT_EQ(gap.current(), 6.5);
  EXPECT_EQ(gap.full_time_count(), 6);
  clock().Advance(absl::Hours(24 * 20));  // 1 March: its return counts
  EXPECT_EQ(Get("centre", "nurse").current(), 9);
}

TEST_F(LevelRefreshTest, WithoutFiguresTheMeanOfTheDistrictIsTaken) {
  AddFacility({.id = "known-1"});
  AddFacility({.id = "known-2"});
  AddFacility({.id = "unknown"});
  AddFacility({.id = "elsewhere", .area = "south"});
  SetPosts("known-1", "nurse", 4);
  SetPosts("known-2", "nurse", 7);
  v1::Gap gap = Get("unknown", "nurse");
  EXPECT_EQ(gap.required(), 5.5);
  EXPECT_EQ(gap.requirement_source(), v1::Requirement::ESTIMATED);
  EXPECT_THAT(FacilitiesOf(List()),
              ::testing::UnorderedElementsAre("known-1", "known-2", "unknown"));
  SetPosts("known-2", "nurse", 1);
  EXPECT_EQ(Get("unknown", "nurse").required(), 2.5);
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM stale_estimate"), "0");
  EXPECT_EQ(Dump(), DumpOfRecomputed());
}

TEST_F(LevelRefreshTest, ANewFacilityIsEstimatedToo) {
  AddFacility({.id = "known"});
  SetPosts("known", "nurse", 4);
  ASSERT_THAT(List(), SizeIs(1));
  AddFacility({.id = "new"});
  EXPECT_EQ(Get("new", "nurse").required(), 4);
}

TEST_F(LevelRefreshTest, OtherSourcesComputeAllAnew) {
  AddFacility({.id = "centre"});
  SetPosts("centre", "nurse", 4);
  SetNorm(Facility::HEALTH_CENTRE, 6);
  EXPECT_EQ(Get("centre", "nurse").required(), 4);
  UseOnly({v1::Requirement::NORM});
  const v1::Gap gap = Get("centre", "nurse");
  EXPECT_EQ(gap.required(), 6);
  EXPECT_EQ(gap.established_posts(), 4);
}

TEST_F(LevelRefreshTest, WhatHasNoFiguresAnyMoreIsRemovedWithItsSums) {
  AddFacility({.id = "centre"});
  const v1::Assignment only = Assign("centre", "nurse");
  ASSERT_THAT(List(), SizeIs(1));
  Remove(only);
  EXPECT_THAT(List(), IsEmpty());
  v1::SummarizeGapsRequest request;
  request.set_parent("directorates/homs");
  request.set_group_by(v1::FACILITY_TYPE);
  const auto sums = SummarizeGaps(call(), request);
  ASSERT_OK(sums);
  EXPECT_EQ(sums->summaries_size(), 0);
}

}  // namespace
}  // namespace mudiriya::staffing
