#include "services/staffing/gaps.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/services/staffing/levels_fixture.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;
using ::testing::ElementsAre;
using testing::HasError;
using testing::HasViolation;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class GapsTest : public LevelsTest {
 protected:
  // Two nurses for four posts.
  void AddShortOf(const FacilitySpec& spec) {
    AddFacility(spec);
    SetPosts(spec.id, "nurse", 4);
    Assign(spec.id, "nurse");
    Assign(spec.id, "nurse");
  }

  static v1::ListGapsRequest Weighed(double density, double remoteness, double critical) {
    v1::ListGapsRequest request;
    request.mutable_weights()->set_density(density);
    request.mutable_weights()->set_remoteness(remoteness);
    request.mutable_weights()->set_critical(critical);
    return request;
  }
};

TEST_F(GapsTest, ShowsFiguresAndEveryTerm) {
  AddFacility({.id = "clinic", .density_rank = 0.8, .remoteness_rank = 0.55, .critical = true});
  SetPosts("clinic", "nurse", 4);
  Assign("clinic", "nurse");
  Assign("clinic", "nurse", 0.5);
  const v1::Gap gap = Get("clinic", "nurse");
  EXPECT_EQ(gap.required(), 4);
  EXPECT_EQ(gap.current(), 1.5);
  EXPECT_EQ(gap.difference(), -2.5);
  EXPECT_EQ(gap.ratio(), 0.375);
  EXPECT_EQ(gap.band(), v1::VERY_HIGH);
  EXPECT_EQ(gap.full_time_count(), 1);
  EXPECT_EQ(gap.requirement_source(), v1::Requirement::ESTABLISHMENT);
  EXPECT_EQ(gap.vacant_posts(), 2.5);
  EXPECT_EQ(gap.area(), "directorates/homs/areas/north");
  EXPECT_EQ(gap.facility_display_name().en(), "clinic");
  EXPECT_EQ(gap.cadre_display_name().en(), "nurse");
  EXPECT_EQ(gap.as_of_date().day(), 9);
  const v1::PriorityTerms& terms = gap.priority();
  EXPECT_EQ(terms.density_term(), 0.8);
  EXPECT_EQ(terms.remoteness_term(), 0.55);
  EXPECT_EQ(terms.critical_term(), 1);
  EXPECT_DOUBLE_EQ(terms.priority(), 1 + 0.8 + 0.55 + 1);
  EXPECT_EQ(terms.population_per_km2(), 800);
  EXPECT_DOUBLE_EQ(terms.km_to_referral_hospital(), 55);
  EXPECT_DOUBLE_EQ(gap.urgency(), 3.35 * 4 * 0.625 * 0.625);
}

TEST_F(GapsTest, SameShortageRanksDenserAndMoreRemoteFirst) {
  AddShortOf({.id = "plain"});
  AddShortOf({.id = "dense", .density_rank = 0.9});
  AddShortOf({.id = "remote", .remoteness_rank = 0.7});
  AddShortOf({.id = "critical", .critical = true});
  EXPECT_THAT(FacilitiesOf(List()), ElementsAre("critical", "dense", "remote", "plain"));
}

TEST_F(GapsTest, WeightsOfTheQuestionChangeTheOrderAndNothingElse) {
  AddShortOf({.id = "dense", .density_rank = 0.9});
  AddShortOf({.id = "remote", .remoteness_rank = 0.7});
  const std::string before = Dump();
  const std::vector<v1::Gap> gaps = List(Weighed(0, 3, 0));
  EXPECT_THAT(FacilitiesOf(gaps), ElementsAre("remote", "dense"));
  EXPECT_DOUBLE_EQ(gaps[0].priority().remoteness_term(), 2.1);
  EXPECT_DOUBLE_EQ(gaps[0].urgency(), 3.1 * 4 * 0.25);
  EXPECT_EQ(gaps[1].priority().priority(), 1);
  EXPECT_EQ(Dump(), before);
}

TEST_F(GapsTest, WeightsThatAreNotGivenAreTheDirectorates) {
  AddShortOf({.id = "dense", .density_rank = 0.9, .remoteness_rank = 0.5});
  v1::StaffingSettings settings;
  settings.set_remoteness_weight(4);
  Update(settings);
  v1::ListGapsRequest request;
  request.mutable_weights()->set_density(0);
  const v1::Gap gap = List(request).at(0);
  EXPECT_EQ(gap.priority().density_term(), 0);
  EXPECT_EQ(gap.priority().remoteness_term(), 2);
  EXPECT_DOUBLE_EQ(gap.urgency(), 3 * 4 * 0.25);
}

TEST_F(GapsTest, WeightsOfTheSettingsPriceStoredLevels) {
  AddShortOf({.id = "dense", .density_rank = 0.9});
  AddShortOf({.id = "remote", .remoteness_rank = 0.7});
  EXPECT_THAT(FacilitiesOf(List()), ElementsAre("dense", "remote"));
  v1::StaffingSettings settings;
  settings.set_density_weight(0.5);
  settings.mutable_bands()->set_very_high_below(0.6);
  Update(settings);
  const std::vector<v1::Gap> gaps = List();
  EXPECT_THAT(FacilitiesOf(gaps), ElementsAre("remote", "dense"));
  EXPECT_EQ(gaps[0].band(), v1::VERY_HIGH);  // 2 of 4; HIGH by the default limits
  EXPECT_EQ(Dump(), DumpOfRecomputed());
}

TEST_F(GapsTest, FiltersByEveryFieldOfTheContract) {
  AddShortOf({.id = "hospital", .type = Facility::HOSPITAL});
  AddShortOf({.id = "centre", .area = "south"});
  const auto filtered = [&](const std::string& filter) {
    v1::ListGapsRequest request;
    request.set_filter(filter);
    request.set_order_by("facility");
    return FacilitiesOf(List(request));
  };
  EXPECT_THAT(filtered("facility_type = HOSPITAL AND band = HIGH"), ElementsAre("hospital"));
  EXPECT_THAT(filtered("area = \"directorates/homs/areas/south\""), ElementsAre("centre"));
  EXPECT_THAT(filtered("facility = centre AND cadre = nurse"), ElementsAre("centre"));
  EXPECT_THAT(filtered("ratio < 0.4"), IsEmpty());
  EXPECT_THAT(filtered("difference = -2 AND vacant_posts >= 2 AND established_posts = 4"),
              SizeIs(2));
  EXPECT_THAT(filtered("required > 3 AND current < 3 AND full_time_count = 2 AND urgency > 0"),
              SizeIs(2));
  EXPECT_THAT(filtered("requirement_source = ESTABLISHMENT"), SizeIs(2));
  EXPECT_THAT(filtered("facility_display_name:\"مُنشأة hospital\""), ElementsAre("hospital"));
}

TEST_F(GapsTest, SortsByTheNameOfTheFacility) {
  AddShortOf({.id = "b-centre"});
  AddShortOf({.id = "a-centre"});
  v1::ListGapsRequest request;
  request.set_order_by("facility_display_name desc");
  EXPECT_THAT(FacilitiesOf(List(request)), ElementsAre("b-centre", "a-centre"));
}

TEST_F(GapsTest, AnAreaIsAskedForWithAllBelowIt) {
  AddShortOf({.id = "north-centre"});
  AddShortOf({.id = "south-centre", .area = "south"});
  AddShortOf({.id = "village-centre", .area = "village"});
  v1::ListGapsRequest request;
  request.set_area("directorates/homs/areas/south");
  EXPECT_THAT(FacilitiesOf(List(request)), UnorderedElementsAre("south-centre", "village-centre"));
  request.set_parent("directorates/homs");
  request.set_area("directorates/homs/areas/nowhere");
  EXPECT_THAT(ListGaps(call(), request), HasViolation("area", Reason::REFERENCE_NOT_FOUND));
  request.set_area("directorates/assiut/areas/south");
  EXPECT_THAT(ListGaps(call(), request), HasViolation("area", Reason::MISMATCH));
}

TEST_F(GapsTest, PagesGoOnWhereTheLastOneEnded) {
  for (int i = 0; i < 7; ++i) {
    AddShortOf({.id = absl::StrCat("c", i), .density_rank = i / 10.0});
  }
  for (const bool weighed : {false, true}) {
    v1::ListGapsRequest request = weighed ? Weighed(2, 0, 0) : v1::ListGapsRequest();
    request.set_parent("directorates/homs");
    request.set_page_size(3);
    std::vector<std::string> seen;
    do {
      const auto page = ListGaps(call(), request);
      ASSERT_OK(page);
      for (const v1::Gap& gap : page->gaps()) seen.push_back(gap.facility_display_name().en());
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    EXPECT_THAT(seen, ElementsAre("c6", "c5", "c4", "c3", "c2", "c1", "c0"));
  }
}

TEST_F(GapsTest, ATokenOfOtherWeightsIsRefused) {
  AddShortOf({.id = "a"});
  AddShortOf({.id = "b"});
  v1::ListGapsRequest request = Weighed(2, 0, 0);
  request.set_parent("directorates/homs");
  request.set_page_size(1);
  const auto page = ListGaps(call(), request);
  ASSERT_OK(page);
  request.set_page_token(page->next_page_token());
  request.mutable_weights()->set_density(3);
  EXPECT_THAT(ListGaps(call(), request), HasViolation("page_token", Reason::FOREIGN_PAGE_TOKEN));
}

TEST_F(GapsTest, APairWithoutStaffAndRequirementIsNoGap) {
  AddFacility({.id = "empty"});
  v1::GetGapRequest request;
  request.set_name("directorates/homs/gaps/empty--nurse");
  EXPECT_THAT(GetGap(call(), request), HasError(Reason::NOT_FOUND));
  EXPECT_THAT(List(), IsEmpty());
}

TEST_F(GapsTest, DirectoratesNeverMix) {
  AddShortOf({.id = "centre"});
  AddFacility({.id = "centre"}, "assiut");
  SetPosts("centre", "nurse", 10, "assiut");
  EXPECT_EQ(Get("centre", "nurse").required(), 4);
  v1::ListGapsRequest request;
  request.set_parent("directorates/assiut");
  const std::vector<v1::Gap> gaps = List(request);
  ASSERT_THAT(gaps, SizeIs(1));
  EXPECT_EQ(gaps[0].name(), "directorates/assiut/gaps/centre--nurse");
  EXPECT_EQ(gaps[0].required(), 10);
}

TEST_F(GapsTest, AnyDirectorateIsThoseThatTheCallerMayRead) {
  AddShortOf({.id = "centre"});
  AddFacility({.id = "centre"}, "assiut");
  SetPosts("centre", "nurse", 10, "assiut");
  v1::ListGapsRequest request;
  request.set_parent("directorates/-");
  EXPECT_THAT(List(request), SizeIs(2));
  const auto viewer = CallWith({"assiut:viewer"}, database().connection());
  const auto seen = ListGaps(**viewer, request);
  ASSERT_OK(seen);
  ASSERT_EQ(seen->gaps_size(), 1);
  EXPECT_EQ(seen->gaps(0).name(), "directorates/assiut/gaps/centre--nurse");
  request.set_area("directorates/homs/areas/north");
  EXPECT_THAT(ListGaps(**viewer, request), HasViolation("area", Reason::REFERENCE_NOT_FOUND));
}

TEST_F(GapsTest, AnUnknownDirectorateIsNotFound) {
  v1::ListGapsRequest request;
  request.set_parent("directorates/nowhere");
  EXPECT_THAT(ListGaps(call(), request), HasError(Reason::NOT_FOUND));
}

TEST_F(GapsTest, ExportHoldsTheList) {
  AddShortOf({.id = "dense", .density_rank = 0.9});
  AddShortOf({.id = "plain"});
  v1::ExportGapsRequest request;
  request.set_parent("directorates/homs");
  std::string cursor;
  const auto step = ExportGaps(call(), request, cursor);
  ASSERT_OK(step);
  EXPECT_TRUE(step->done);
  ASSERT_THAT(step->messages, SizeIs(1));
  const std::vector<std::string> lines = absl::StrSplit(step->messages[0].csv(), "\r\n");
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_TRUE(absl::StartsWith(lines[0],
                               "\xEF\xBB\xBF"
                               "Facility,Facility id,Cadre"));
  EXPECT_EQ(lines[1],
            "dense,dense,nurse,nurse,HEALTH_CENTRE,north,4,2,-2,0.5,HIGH,2,ESTABLISHMENT,4,2,1.9,"
            "0.9,0,0,1.9,2026-02-09");
}

}  // namespace
}  // namespace mudiriya::staffing
