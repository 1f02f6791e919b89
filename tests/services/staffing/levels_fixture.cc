#include "tests/services/staffing/levels_fixture.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "common/resource/common_schema.h"
#include "mudiriya/staffing/v1/assignment_service.pb.h"
#include "mudiriya/staffing/v1/cadre_service.pb.h"
#include "mudiriya/staffing/v1/establishment_service.pb.h"
#include "mudiriya/staffing/v1/staff_member_service.pb.h"
#include "mudiriya/staffing/v1/staff_return_service.pb.h"
#include "mudiriya/staffing/v1/staffing_settings_service.pb.h"
#include "services/staffing/assignments.h"
#include "services/staffing/cadres.h"
#include "services/staffing/dates.h"
#include "services/staffing/establishments.h"
#include "services/staffing/gaps.h"
#include "services/staffing/identity_cipher.h"
#include "services/staffing/levels.h"
#include "services/staffing/places_follower.h"
#include "services/staffing/row_id.h"
#include "services/staffing/staff_members.h"
#include "services/staffing/staff_returns.h"
#include "services/staffing/staffing_schema.h"
#include "services/staffing/staffing_settings.h"

namespace mudiriya::staffing {
namespace {

constexpr char kPermission[] = "staffing.gaps.read";
constexpr char kMethod[] = "mudiriya.staffing.v1.TestService.Test";

std::vector<db::MigrationSet> Schemas() {
  return {{"common", resource::CommonSchema()}, {"staffing", StaffingSchema()}};
}

std::string Parent(absl::string_view directorate) {
  return absl::StrCat("directorates/", directorate);
}

google::type::Date DateOf(absl::string_view text) {
  absl::CivilDay day;
  return absl::ParseCivilTime(text, &day) ? ToDate(day) : google::type::Date();
}

registry::v1::Area AreaOf(absl::string_view directorate, absl::string_view id,
                          absl::string_view parent) {
  registry::v1::Area area;
  const std::string areas = absl::StrCat(Parent(directorate), "/areas/");
  area.set_name(areas + std::string(id));
  area.mutable_display_name()->set_ar(absl::StrCat("منطقة ", id));
  area.mutable_display_name()->set_en(std::string(id));
  if (!parent.empty()) area.set_parent_area(areas + std::string(parent));
  area.set_population(100'000);
  return area;
}

// The areas from one of them to the top.
std::vector<std::string> Upwards(const std::string& area) {
  if (area == "village") return {"village", "south", "top"};
  if (area == "north" || area == "south") return {area, "top"};
  return {area};
}

}  // namespace

LevelsTest::LevelsTest(const std::vector<std::string>& roles)
    : database_(Schemas()),
      call_(&database_.connection(), roles, kPermission, kMethod, &clock_, "planner") {
  Serve(call_);
  for (const char* directorate : {"homs", "assiut"}) {
    AddPlaces(directorate);
    AddCadre("nurse", directorate);
    AddCadre("midwife", directorate);
  }
}

void LevelsTest::AddPlaces(absl::string_view directorate) {
  registry::v1::Directorate row;
  row.set_name(Parent(directorate));
  row.mutable_display_name()->set_en(std::string(directorate));
  row.set_time_zone("Asia/Riyadh");
  registry().Put(row);
  registry().Put(AreaOf(directorate, "top", ""));
  registry().Put(AreaOf(directorate, "north", "top"));
  registry().Put(AreaOf(directorate, "south", "top"));
  registry().Put(AreaOf(directorate, "village", "south"));
}

void LevelsTest::Serve(testing::TestCall& call) {
  call.services().Add<Places>(FollowedPlaces(registry_));
  call.services().Add(std::make_shared<IdentityCipher>(
      IdentityCipher::FromKey("0123456789abcdef0123456789abcdef").value()));
}

std::unique_ptr<testing::TestCall> LevelsTest::CallWith(const std::vector<std::string>& roles,
                                                        db::Connection& connection) {
  auto call = std::make_unique<testing::TestCall>(&connection, roles, kPermission, kMethod, &clock_,
                                                  "somebody");
  Serve(*call);
  return call;
}

void LevelsTest::AddFacility(const FacilitySpec& spec, absl::string_view directorate) {
  registry::v1::FacilityPlace place;
  place.set_facility(absl::StrCat(Parent(directorate), "/facilities/", spec.id));
  place.mutable_display_name()->set_ar(absl::StrCat("منشأة ", spec.id));
  place.mutable_display_name()->set_en(spec.id);
  place.set_type(spec.type);
  place.set_operational_status(registry::v1::Facility::FULL);
  for (const std::string& area : Upwards(spec.area)) {
    place.add_areas(absl::StrCat(Parent(directorate), "/areas/", area));
  }
  if (place.areas_size() > 1) place.set_district(place.areas(place.areas_size() - 2));
  place.set_critical_service(spec.critical);
  place.set_density_rank(spec.density_rank);
  place.set_remoteness_rank(spec.remoteness_rank);
  place.set_population_density_per_km2(1000 * spec.density_rank);
  place.set_km_to_referral_hospital(100 * spec.remoteness_rank);
  registry().Put(place);
}

void LevelsTest::AddCadre(absl::string_view id, absl::string_view directorate) {
  v1::CreateCadreRequest request;
  request.set_parent(Parent(directorate));
  request.set_cadre_id(std::string(id));
  request.mutable_cadre()->mutable_display_name()->set_en(std::string(id));
  request.mutable_cadre()->set_category(v1::Cadre::NURSING);
  request.mutable_cadre()->set_counts_as_skilled(true);
  ASSERT_OK(CreateCadre(call(), request));
}

void LevelsTest::SetPosts(absl::string_view facility, absl::string_view cadre, double posts,
                          absl::string_view directorate) {
  v1::UpdateEstablishmentRequest request;
  const std::string parent = Parent(directorate);
  v1::Establishment& row = *request.mutable_establishment();
  row.set_name(absl::StrCat(parent, "/establishments/", RowId({facility, cadre})));
  row.set_facility(absl::StrCat(parent, "/facilities/", facility));
  row.set_cadre(absl::StrCat(parent, "/cadres/", cadre));
  row.set_posts(posts);
  request.mutable_update_mask()->add_paths("facility");
  request.mutable_update_mask()->add_paths("cadre");
  request.mutable_update_mask()->add_paths("posts");
  request.set_allow_missing(true);
  ASSERT_OK(UpdateEstablishment(call(), request));
}

v1::Assignment LevelsTest::Assign(absl::string_view facility, absl::string_view cadre, double fte,
                                  absl::string_view start, absl::string_view end,
                                  absl::string_view directorate) {
  const std::string parent = Parent(directorate);
  v1::CreateStaffMemberRequest person;
  person.set_parent(parent);
  person.set_staff_member_id(absl::StrCat("p", ++people_));
  person.mutable_staff_member()->mutable_display_name()->set_en("somebody");
  person.mutable_staff_member()->set_cadre(absl::StrCat(parent, "/cadres/", cadre));
  EXPECT_OK(CreateStaffMember(call(), person));
  v1::CreateAssignmentRequest request;
  request.set_parent(absl::StrCat(parent, "/staffMembers/p", people_));
  request.set_assignment_id("a1");
  v1::Assignment& row = *request.mutable_assignment();
  row.set_facility(absl::StrCat(parent, "/facilities/", facility));
  row.set_fte(fte);
  row.set_kind(v1::Assignment::PERMANENT);
  *row.mutable_start_date() = DateOf(start);
  if (!end.empty()) *row.mutable_end_date() = DateOf(end);
  const absl::StatusOr<v1::Assignment> made = CreateAssignment(call(), request);
  EXPECT_OK(made);
  return made.value_or(v1::Assignment());
}

void LevelsTest::AddReturn(absl::string_view facility, absl::string_view cadre,
                           absl::string_view month, double head_count) {
  v1::CreateStaffReturnRequest request;
  request.set_parent(Parent("homs"));
  v1::StaffReturn& row = *request.mutable_staff_return();
  row.set_facility(absl::StrCat(Parent("homs"), "/facilities/", facility));
  row.set_cadre(absl::StrCat(Parent("homs"), "/cadres/", cadre));
  *row.mutable_month() = DateOf(month);
  row.set_head_count(head_count);
  ASSERT_OK(CreateStaffReturn(call(), request));
}

void LevelsTest::Update(const v1::StaffingSettings& settings) {
  v1::UpdateStaffingSettingsRequest request;
  *request.mutable_staffing_settings() = settings;
  request.mutable_staffing_settings()->set_name(Parent("homs") + "/staffingSettings");
  ASSERT_OK(UpdateStaffingSettings(call(), request));
}

std::vector<v1::Gap> LevelsTest::List(v1::ListGapsRequest request) {
  if (request.parent().empty()) request.set_parent(Parent("homs"));
  if (request.page_size() == 0) request.set_page_size(1000);
  const absl::StatusOr<v1::ListGapsResponse> response = ListGaps(call(), request);
  EXPECT_OK(response);
  if (!response.ok()) return {};
  return {response->gaps().begin(), response->gaps().end()};
}

v1::Gap LevelsTest::Get(absl::string_view facility, absl::string_view cadre) {
  v1::GetGapRequest request;
  request.set_name(absl::StrCat(Parent("homs"), "/gaps/", RowId({facility, cadre})));
  const absl::StatusOr<v1::Gap> gap = GetGap(call(), request);
  EXPECT_OK(gap);
  return gap.value_or(v1::Gap());
}

std::string LevelsTest::Dump() {
  std::string dump;
  const auto add = [&](const std::string& sql) {
    const auto rows = database_.connection().Read(
        [&](db::Transaction& tx) -> absl::StatusOr<db::ResultSet> { return tx.Query(sql); });
    ASSERT_OK(rows);
    for (const db::Row row : *rows) {
      for (size_t i = 0; i < row.size(); ++i) {
        const auto* number = std::get_if<double>(&row.Cell(i));
        if (number != nullptr) {
          absl::StrAppendFormat(&dump, "%.9g ", *number + 0.0);
        } else if (row.IsNull(i)) {
          absl::StrAppend(&dump, "- ");
        } else if (const auto* whole = std::get_if<int64_t>(&row.Cell(i))) {
          absl::StrAppend(&dump, *whole, " ");
        } else {
          absl::StrAppend(&dump, row.Text(i), " ");
        }
      }
      absl::StrAppend(&dump, "\n");
    }
  };
  add("SELECT * FROM staffing_level ORDER BY directorate_id, gap_id");
  return dump;
}

std::string LevelsTest::DumpOfRecomputed(absl::string_view directorate) {
  const std::string id(directorate);
  EXPECT_OK(database_.connection().Write([&](db::Transaction& tx) -> absl::Status {
    for (const char* table : {"staffing_level", "level_sum", "level_sum_delta", "stale_estimate"}) {
      const std::string sql = absl::StrCat("DELETE FROM ", table, " WHERE directorate_id = ?");
      if (auto gone = tx.Execute(sql, {{id}}); !gone.ok()) return gone.status();
    }
    const char* forget = "UPDATE level_state SET sources = '' WHERE directorate_id = ?";
    if (auto forgot = tx.Execute(forget, {{id}}); !forgot.ok()) return forgot.status();
    return RefreshAllLevels(tx, id, absl::ToCivilDay(clock_.Now(), absl::FixedTimeZone(3 * 3600)));
  }));
  return Dump();
}

std::vector<std::string> FacilitiesOf(const std::vector<v1::Gap>& gaps) {
  std::vector<std::string> ids;
  for (const v1::Gap& gap : gaps) ids.emplace_back(IdOf(gap.facility()));
  return ids;
}

}  // namespace mudiriya::staffing
