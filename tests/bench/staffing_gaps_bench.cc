// The 50 worst gaps of a directorate and its sums by area, from stored levels and, in the same
// database, by GROUP BY over assignments. `--full` takes the size that the ratio is promised for.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "common/resource/common_schema.h"
#include "mudiriya/registry/v1/area.pb.h"
#include "mudiriya/registry/v1/facility.pb.h"
#include "mudiriya/staffing/v1/activity_standard.pb.h"
#include "mudiriya/staffing/v1/cadre.pb.h"
#include "mudiriya/staffing/v1/staff_member.pb.h"
#include "services/staffing/gaps.h"
#include "services/staffing/levels.h"
#include "services/staffing/places.h"
#include "services/staffing/places_follower.h"
#include "services/staffing/staffing_schema.h"
#include "tests/testing/database.h"
#include "tests/testing/fake_clock.h"
#include "tests/testing/fake_places_source.h"
#include "tests/testing/test_call.h"

namespace mudiriya::staffing {
namespace {

constexpr absl::CivilDay kToday(2026, 2, 9);
constexpr int kAreas = 500;
constexpr int kRepetitions = 7;

struct Size {
  int facilities = 2000;
  int cadres = 10;
  int assignments = 60'000;
};

void Check(const absl::Status& status) {
  if (status.ok()) return;
  absl::FPrintF(stderr, "%s\n", status.ToString());
  std::exit(1);
}

// The places, cadres, establishments and assignments, as bulk SQL.
void Seed(testing::TestDatabase& database, const Size& size) {
  const std::string facilities = absl::StrCat("seq_1_to_", size.facilities);
  const std::string cadres = absl::StrCat("seq_1_to_", size.cadres);
  database.Run(absl::StrCat(
      "INSERT INTO place_directorate (directorate_id, display_name_ar, display_name_en,"
      " display_name_fr, time_zone, deleted, sequence)"
      " VALUES ('bench', '', '', '', 'UTC', FALSE, 1);"
      "INSERT INTO place_area SELECT 'bench', CONCAT('a', seq), CONCAT('/top/a', seq, '/'), 1, '',"
      " CONCAT('Area ', seq), '', 10000 FROM seq_0_to_",
      kAreas - 1,
      ";"
      "INSERT INTO place SELECT 'bench', CONCAT('f', seq), '', CONCAT('Facility ', seq), '', '',"
      " IF(seq % 20 = 0, 'HOSPITAL', 'HEALTH_CENTRE'), 'FULL', CONCAT('a', seq % ",
      kAreas, "), CONCAT('[\"a', seq % ", kAreas, ", '\",\"top\"]'), CONCAT('a', seq % ", kAreas,
      "), NULL, NULL, FALSE, seq % 10 = 0, NULL, NULL, seq, seq, (seq * 7 % ", size.facilities,
      ") / ", size.facilities, ", (seq * 11 % ", size.facilities, ") / ", size.facilities,
      ", FALSE FROM ", facilities,
      ";"
      "INSERT INTO cadre SELECT 'bench', CONCAT('c', seq), '', CONCAT('Cadre ', seq), '', '', '',"
      " 'NURSING', TRUE, NOW(6), NOW(6), NULL, 1 FROM ",
      cadres,
      ";"
      "INSERT INTO establishment SELECT 'bench', CONCAT('f', f.seq, '--c', c.seq),"
      " CONCAT('f', f.seq), CONCAT('c', c.seq), 0.5 + (f.seq * 7 + c.seq * 13) % 9 / 2, '',"
      " NOW(6), NOW(6), 1 FROM ",
      facilities, " f JOIN ", cadres,
      " c;"
      "INSERT INTO assignment SELECT 'bench', CONCAT('p', seq), 'a1', CONCAT('f', 1 + seq * 7919 "
      "% ",
      size.facilities, "), NULL, CONCAT('c', 1 + seq DIV 3 % ", size.cadres,
      "), IF(seq % 5 = 0, 0.5, 1), '2020-01-01', NULL, 'PERMANENT', NOW(6), NOW(6), 1"
      " FROM seq_1_to_",
      size.assignments,
      ";"
      "ANALYZE TABLE place, place_area, cadre, establishment, assignment"));
}

// Levels from the records, as a change of the settings computes them.
void ComputeLevels(testing::TestDatabase& database) {
  Check(database.connection().Write(
      [](db::Transaction& tx) { return RefreshAllLevels(tx, "bench", kToday); }));
  database.Run("UPDATE level_state SET sources = '' WHERE directorate_id = 'bench'");
  const absl::Time start = absl::Now();
  Check(database.connection().Write(
      [](db::Transaction& tx) { return RefreshAllLevels(tx, "bench", kToday); }));
  absl::PrintF("all levels computed from the records in %.1f s\n",
               absl::ToDoubleSeconds(absl::Now() - start));
  database.Run("ANALYZE TABLE staffing_level, level_sum");
}

// The median time of some runs, after one that is not counted, in milliseconds.
double Milliseconds(const std::function<void()>& run) {
  run();
  std::vector<double> times;
  for (int i = 0; i < kRepetitions; ++i) {
    const absl::Time start = absl::Now();
    run();
    times.push_back(absl::ToDoubleMilliseconds(absl::Now() - start));
  }
  std::nth_element(times.begin(), times.begin() + kRepetitions / 2, times.end());
  return times[kRepetitions / 2];
}

// Staff of each pair, by GROUP BY over assignments.
constexpr char kStaff[] =
    "(SELECT facility_id, cadre_id, SUM(fte) AS fte FROM assignment"
    " WHERE directorate_id = 'bench' AND start_date <= '2026-02-09'"
    " AND (end_date IS NULL OR end_date >= '2026-02-09') GROUP BY facility_id, cadre_id)";

std::string WorstByGrouping() {
  return absl::StrCat(
      "SELECT e.facility_id, e.cadre_id, e.posts, COALESCE(a.fte, 0), (1 + p.density_rank"
      " + p.remoteness_rank + p.critical_service) * e.posts"
      " * POW(GREATEST(0, 1 - COALESCE(a.fte, 0) / e.posts), 2) AS urgency"
      " FROM establishment e JOIN place p ON p.directorate_id = e.directorate_id"
      " AND p.facility_id = e.facility_id LEFT JOIN ",
      kStaff,
      " a ON a.facility_id = e.facility_id AND a.cadre_id = e.cadre_id"
      " WHERE e.directorate_id = 'bench' ORDER BY urgency DESC LIMIT 50");
}

std::string SumsByGrouping() {
  return absl::StrCat(
      "SELECT p.area_id, SUM(e.posts), SUM(COALESCE(a.fte, 0)),"
      " SUM(GREATEST(0, e.posts - COALESCE(a.fte, 0)))"
      " FROM establishment e JOIN place p ON p.directorate_id = e.directorate_id"
      " AND p.facility_id = e.facility_id LEFT JOIN ",
      kStaff,
      " a ON a.facility_id = e.facility_id AND a.cadre_id = e.cadre_id"
      " WHERE e.directorate_id = 'bench' GROUP BY p.area_id");
}

class Bench {
 public:
  explicit Bench(const Size& size)
      : database_({{"common", resource::CommonSchema()}, {"staffing", StaffingSchema()}}),
        call_(&database_.connection(), {"*:administrator"}, "staffing.gaps.read",
              "mudiriya.staffing.v1.GapService.ListGaps", &clock_) {
    // What a server for a directorate of this size is given.
    database_.Run("SET GLOBAL innodb_buffer_pool_size = 536870912");
    registry_->Log("directorates/bench", "registry.mudiriya.health/Directorate");
    call_.services().Add<Places>(FollowedPlaces(registry_));
    Seed(database_, size);
    ComputeLevels(database_);
  }

  // Prints how often the stored answer is faster, and returns it.
  double Compare(const char* what, const std::string& grouping,
                 const std::function<absl::Status()>& stored) {
    const double slow = Milliseconds([&] {
      Check(database_.connection()
                .Read([&](db::Transaction& tx) { return tx.Query(grouping); })
                .status());
    });
    const double fast = Milliseconds([&] { Check(stored()); });
    absl::PrintF("%-16s GROUP BY %8.2f ms  stored %6.2f ms  ratio %6.1f\n", what, slow, fast,
                 slow / fast);
    return slow / fast;
  }

  double CompareWorst() {
    v1::ListGapsRequest request;
    request.set_parent("directorates/bench");
    request.set_page_size(50);
    return Compare("50 worst gaps", WorstByGrouping(),
                   [&] { return ListGaps(*call_, request).status(); });
  }

  double CompareSums() {
    v1::SummarizeGapsRequest request;
    request.set_parent("directorates/bench");
    request.set_group_by(v1::AREA);
    return Compare("sums by area", SumsByGrouping(),
                   [&] { return SummarizeGaps(*call_, request).status(); });
  }

  void TimeWrite() {
    const double time = Milliseconds([&] {
      Check(database_.connection().Write([](db::Transaction& tx) {
        return RefreshLevels(tx, "bench", {{"f7", "c3"}}, kToday);
      }));
    });
    absl::PrintF("one level refreshed within a write: %.2f ms\n", time);
  }

 private:
  testing::TestDatabase database_;
  testing::FakeClock clock_;
  std::shared_ptr<testing::FakePlacesSource> registry_ =
      std::make_shared<testing::FakePlacesSource>();
  testing::TestCall call_;
};

// References name types that tables look up among the linked messages; a server links all of them.
void LinkContracts() {
  for (const google::protobuf::Descriptor* type :
       {v1::Cadre::descriptor(), v1::ActivityStandard::descriptor(), v1::StaffMember::descriptor(),
        registry::v1::Area::descriptor(), registry::v1::Facility::descriptor()}) {
    if (type == nullptr) std::exit(1);
  }
}

int Run(int argc, char** argv) {
  LinkContracts();
  Size size;
  bool full = false;
  double least = 0;
  CLI::App app("Gaps from stored levels against GROUP BY over assignments");
  app.add_option("--facilities", size.facilities);
  app.add_option("--cadres", size.cadres);
  app.add_option("--assignments", size.assignments);
  app.add_option("--require", least, "fail if a ratio is below this");
  app.add_flag("--full", full, "12,000 facilities, 30 cadres, 400,000 assignments; ratios >= 20");
  CLI11_PARSE(app, argc, argv);
  if (full) {
    size = {12'000, 30, 400'000};
    least = std::max(least, 20.0);
  }
  Bench bench(size);
  const double worst = bench.CompareWorst();
  const double sums = bench.CompareSums();
  bench.TimeWrite();
  return std::min(worst, sums) >= least ? 0 : 1;
}

}  // namespace
}  // namespace mudiriya::staffing

int main(int argc, char** argv) { return mudiriya::staffing::Run(argc, argv); }
