#include <map>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/staffing/gaps.h"
#include "services/staffing/level_sums.h"
#include "tests/services/staffing/levels_fixture.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;
using testing::HasViolation;

class GapSummariesTest : public LevelsTest {
 protected:
  v1::SummarizeGapsResponse Summarize(v1::SummarizeGapsRequest request) {
    request.set_parent("directorates/homs");
    const auto response = SummarizeGaps(call(), request);
    EXPECT_OK(response);
    return response.value_or(v1::SummarizeGapsResponse());
  }

  // Facilities of all areas and types with random posts and staff.
  void AddRandomFacilities(std::mt19937& random, int count) {
    const std::vector<std::string> areas = {"top", "north", "south", "village"};
    const std::vector<Facility::Type> types = {Facility::HOSPITAL, Facility::HEALTH_CENTRE,
                                               Facility::CLINIC};
    for (int i = 0; i < count; ++i) {
      const std::string id = absl::StrCat("f", i);
      AddFacility({.id = id,
                   .area = areas[random() % areas.size()],
                   .type = types[random() % types.size()],
                   .density_rank = (random() % 100) / 100.0});
      for (const char* cadre : {"nurse", "midwife"}) {
        if (random() % 4 != 0) SetPosts(id, cadre, (random() % 60) / 10.0);
        for (int person = random() % 4; person > 0; --person) {
          Assign(id, cadre, (1 + random() % 10) / 10.0);
        }
      }
    }
  }

  // What a row of the answer sums, by the list.
  static std::string KeyOf(const v1::SummarizeGapsRequest& request, const v1::Gap& gap) {
    if (request.group_by() == v1::CADRE) return gap.cadre();
    if (request.group_by() == v1::FACILITY_TYPE) return Facility::Type_Name(gap.facility_type());
    if (!request.has_area_depth() || request.area_depth() == 1) {
      const bool village = gap.area() == "directorates/homs/areas/village";
      return village ? "directorates/homs/areas/south" : gap.area();
    }
    return request.area_depth() == 0 ? "directorates/homs/areas/top" : gap.area();
  }

  void ExpectAgreement(const v1::SummarizeGapsRequest& request) {
    v1::ListGapsRequest list;
    list.set_filter(request.filter());
    list.set_area(request.area());
    std::map<std::pair<std::string, std::string>, LevelSum> expected;
    LevelSum total;
    for (const v1::Gap& gap : List(list)) {
      Level level;
      level.required = gap.required();
      level.current = gap.current();
      const bool within = request.by_cadre() && request.group_by() != v1::CADRE;
      expected[{KeyOf(request, gap), within ? gap.cadre() : ""}].Add(level, 1);
      total.Add(level, 1);
    }
    const v1::SummarizeGapsResponse response = Summarize(request);
    ASSERT_EQ(response.summaries_size(), static_cast<int>(expected.size()));
    for (const v1::GapSummary& row : response.summaries()) {
      const auto found = expected.find({row.key(), row.cadre()});
      ASSERT_NE(found, expected.end()) << row.ShortDebugString();
      ExpectSame(row, found->second);
    }
    ExpectSame(response.total(), total);
  }

  static void ExpectSame(const v1::GapSummary& row, const LevelSum& sum) {
    EXPECT_NEAR(row.required(), sum.required, 1e-9);
    EXPECT_NEAR(row.current(), sum.current, 1e-9);
    EXPECT_NEAR(row.difference(), sum.current - sum.required, 1e-9);
    EXPECT_NEAR(row.shortage(), sum.shortage, 1e-9);
    EXPECT_NEAR(row.surplus(), sum.surplus, 1e-9);
    EXPECT_EQ(row.gap_count(), sum.gap_count);
    EXPECT_EQ(row.short_count(), sum.short_count);
  }
};

TEST_F(GapSummariesTest, SumsAgreeWithTheListForEveryQuestion) {
  std::mt19937 random(20260209);
  AddRandomFacilities(random, 25);
  const std::vector<std::string> filters = {"",
                                            "band = EXTREME",
                                            "required > 2.5 OR current = 0",
                                            "urgency > 1",
                                            "facility_type = HOSPITAL",
                                            "cadre = nurse AND NOT area = village",
                                            "facility_display_name:f1"};
  for (const std::string& filter : filters) {
    for (const char* area : {"", "south", "top"}) {
      for (const auto grouping : {v1::AREA, v1::FACILITY_TYPE, v1::CADRE}) {
        for (const bool by_cadre : {false, true}) {
          SCOPED_TRACE(absl::StrCat(filter, " in ", area, " by ", grouping, by_cadre));
          v1::SummarizeGapsRequest request;
          request.set_group_by(grouping);
          request.set_by_cadre(by_cadre);
          request.set_filter(filter);
          if (*area != '\0') request.set_area(absl::StrCat("directorates/homs/areas/", area));
          request.set_area_depth(random() % 2 == 0 ? 1 : 9);
          ExpectAgreement(request);
        }
      }
    }
  }
}

TEST_F(GapSummariesTest, FoldedSumsAreWhatTheDifferencesWere) {
  std::mt19937 random(7);
  AddRandomFacilities(random, 8);
  v1::SummarizeGapsRequest request;
  request.set_group_by(v1::AREA);
  request.set_by_cadre(true);
  ExpectAgreement(request);
  const auto folded = database().connection().Write(
      [](db::Transaction& tx) { return FoldSums(tx, "homs", 10'000); });
  ASSERT_OK(folded);
  EXPECT_GT(*folded, 0);
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM level_sum_delta"), "0");
  ExpectAgreement(request);
}

TEST_F(GapSummariesTest, TheGreatestShortageComesFirstWithNames) {
  AddFacility({.id = "small"});
  AddFacility({.id = "large", .area = "village", .type = Facility::HOSPITAL});
  SetPosts("small", "nurse", 1);
  SetPosts("large", "nurse", 9);
  v1::SummarizeGapsRequest request;
  request.set_group_by(v1::AREA);
  v1::SummarizeGapsResponse response = Summarize(request);
  ASSERT_EQ(response.summaries_size(), 2);
  EXPECT_EQ(response.summaries(0).key(), "directorates/homs/areas/south");
  EXPECT_EQ(response.summaries(0).display_name().ar(), "منطقة south");
  EXPECT_EQ(response.summaries(0).band(), v1::EXTREME);
  request.set_group_by(v1::FACILITY_TYPE);
  response = Summarize(request);
  ASSERT_EQ(response.summaries_size(), 2);
  EXPECT_EQ(response.summaries(0).key(), "HOSPITAL");
  EXPECT_EQ(response.summaries(0).display_name().ar(), "مستشفى");
}

TEST_F(GapSummariesTest, AnyDirectorateIsRefused) {
  v1::SummarizeGapsRequest request;
  request.set_parent("directorates/-");
  request.set_group_by(v1::CADRE);
  EXPECT_THAT(SummarizeGaps(call(), request), HasViolation("parent", Reason::INVALID_NAME));
}

TEST_F(GapSummariesTest, DensityIsSkilledStaffOfTheSubtreePerTenThousand) {
  AddFacility({.id = "south-centre", .area = "south"});
  AddFacility({.id = "village-centre", .area = "village"});
  Assign("south-centre", "nurse");
  Assign("village-centre", "midwife", 0.5);
  v1::ListStaffDensitiesRequest request;
  request.set_parent("directorates/homs");
  const auto response = ListStaffDensities(call(), request);
  ASSERT_OK(response);
  ASSERT_EQ(response->staff_densities_size(), 2);
  EXPECT_EQ(response->staff_densities(0).area(), "directorates/homs/areas/north");
  EXPECT_EQ(response->staff_densities(0).per_10000(), 0);
  const v1::StaffDensity& south = response->staff_densities(1);
  EXPECT_EQ(south.skilled_staff(), 1.5);
  EXPECT_EQ(south.per_10000(), 0.15);  // 100,000 people
  EXPECT_EQ(south.threshold(), 44.5);
  EXPECT_EQ(south.missing(), 443.5);
}

}  // namespace
}  // namespace mudiriya::staffing
