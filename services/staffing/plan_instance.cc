#include "services/staffing/plan_instance.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_split.h"
#include "common/resource/etag.h"
#include "common/status/macros.h"
#include "services/staffing/dates.h"
#include "services/staffing/plan_parameters.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

using allocation::FacilityCadre;
using registry::v1::Facility;

// Sums of shares carry the noise of binary fractions: 2.9999999 persons are three.
constexpr double kNoise = 1e-9;

v1::PriorityTerms TermsOf(const Place& place, const PriorityWeights& weights) {
  const Priority priority =
      PriorityFromRanks(place.density_rank.value_or(0), place.remoteness_rank.value_or(0),
                        place.critical_service, weights);
  v1::PriorityTerms terms;
  terms.set_priority(priority.total);
  terms.set_density_term(priority.density_term);
  terms.set_remoteness_term(priority.remoteness_term);
  terms.set_critical_term(priority.critical_term);
  terms.set_density_rank(priority.density_rank);
  terms.set_remoteness_rank(priority.remoteness_rank);
  terms.set_critical_service(place.critical_service);
  if (place.density_per_km2) terms.set_population_per_km2(*place.density_per_km2);
  if (place.referral_km) terms.set_km_to_referral_hospital(*place.referral_km);
  return terms;
}

std::optional<geo::Point> LocationOf(const Place& place) {
  if (!place.latitude || !place.longitude) return std::nullopt;
  return geo::Point{*place.latitude, *place.longitude};
}

bool LiesIn(const Place& place, absl::string_view area) {
  return area.empty() ||
         std::find(place.areas.begin(), place.areas.end(), area) != place.areas.end();
}

// Builds the instance part by part; ids become indexes on the way.
class Loader {
 public:
  Loader(db::Transaction& tx, const PlanScope& scope) : tx_(tx), scope_(scope) {
    for (const std::string& cadre : scope.parameters.cadres()) wanted_.emplace(IdOf(cadre));
    instance_.request.parameters = SolverParameters(scope.parameters);
  }

  absl::StatusOr<PlanInstance> Load() {
    RETURN_IF_ERROR(LoadFacilities());
    RETURN_IF_ERROR(LoadPositions());
    if (!scope_.returns) RETURN_IF_ERROR(LoadPersons());
    if (scope_.parameters.allow_substitution()) RETURN_IF_ERROR(LoadSubstitutions());
    return std::move(instance_);
  }

 private:
  using Indexes = std::map<std::string, int32_t>;

  static std::optional<int32_t> Find(const Indexes& indexes, const std::string& id) {
    const auto found = indexes.find(id);
    return found == indexes.end() ? std::nullopt : std::optional<int32_t>(found->second);
  }

  bool IsWanted(const std::string& cadre) const {
    return wanted_.empty() || wanted_.count(cadre) > 0;
  }

  absl::Status LoadFacilities() {
    const absl::string_view area = IdOf(scope_.parameters.area());
    const PriorityWeights weights = WeightsOf(scope_.parameters);
    ASSIGN_OR_RETURN(const std::vector<Place> places, AllPlaces(tx_, scope_.directorate));
    for (const Place& place : places) {
      if (IsOutOfService(place) || !LiesIn(place, area)) continue;
      facilities_[place.facility] = static_cast<int32_t>(instance_.request.facilities.size());
      instance_.priorities.push_back(TermsOf(place, weights));
      instance_.request.facilities.push_back(
          {place.facility, LocationOf(place), instance_.priorities.back().priority()});
    }
    return absl::OkStatus();
  }

  int32_t CadreIndex(const std::string& id) {
    std::vector<allocation::Cadre>& cadres = instance_.request.cadres;
    const auto [at, is_new] = cadres_.emplace(id, static_cast<int32_t>(cadres.size()));
    if (is_new) cadres.push_back({id});
    return at->second;
  }

  absl::Status LoadPositions() {
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx_.Query("SELECT facility_id, cadre_id, required_fte, full_time_count"
                               " FROM staffing_level WHERE directorate_id = ?",
                               {{scope_.directorate}}));
    for (const db::Row row : rows) {
      const std::optional<int32_t> facility = Find(facilities_, row.Text(0));
      if (!facility || !IsWanted(row.Text(1))) continue;
      FacilityCadre position;
      position.facility = *facility;
      position.cadre = CadreIndex(row.Text(1));
      position.required = row.Double(2);
      position.heads = static_cast<int32_t>(std::floor(row.Double(3) + kNoise));
      if (scope_.returns) position.transferable = position.heads;
      instance_.request.positions.push_back(position);
    }
    return absl::OkStatus();
  }

  // Nobody is moved on the first day of a post: it could not end the day before.
  absl::StatusOr<db::ResultSet> QueryPersons() const {
    const allocation::Parameters& parameters = instance_.request.parameters;
    const std::string today = DayText(scope_.today);
    const std::string latest_start =
        DayText(scope_.today - std::max(1, parameters.min_days_at_post));
    return tx_.Query(
        "SELECT a.staff_member_id, a.assignment_id, a.facility_id, a.cadre_id, a.start_date,"
        " a.row_version, p.preferred_facilities, p.restricted_facilities FROM staffing_level l"
        " JOIN assignment a ON a.directorate_id = l.directorate_id"
        " AND a.facility_id = l.facility_id AND a.cadre_id = l.cadre_id"
        " JOIN staff_member p ON p.directorate_id = a.directorate_id"
        " AND p.staff_member_id = a.staff_member_id"
        " WHERE l.directorate_id = ? AND l.full_time_count > ?"
        " AND l.full_time_count >= ? * l.required_fte"
        " AND a.start_date <= ? AND a.end_date IS NULL AND a.fte >= 1 AND a.kind = 'PERMANENT'"
        " AND p.delete_time IS NULL AND NOT EXISTS (SELECT 1 FROM staff_leave v"
        " WHERE v.directorate_id = a.directorate_id AND v.staff_member_id = a.staff_member_id"
        " AND v.start_date <= ? AND v.end_date >= ?)",
        {{scope_.directorate, int64_t{parameters.min_staff}, parameters.keep_share, latest_start,
          today, today}});
  }

  // Those of the facilities that the plan knows; others can be no destination anyway.
  std::vector<int32_t> FacilitiesIn(const db::Row& row, size_t column) const {
    std::vector<int32_t> indexes;
    if (row.IsNull(column)) return indexes;
    for (const std::string& id : FacilityIdsIn(row.Text(column))) {
      if (const std::optional<int32_t> index = Find(facilities_, id)) indexes.push_back(*index);
    }
    return indexes;
  }

  absl::Status LoadPersons() {
    ASSIGN_OR_RETURN(const db::ResultSet rows, QueryPersons());
    for (const db::Row row : rows) {
      const std::optional<int32_t> facility = Find(facilities_, row.Text(2));
      const std::optional<int32_t> cadre = Find(cadres_, row.Text(3));
      if (!facility || !cadre) continue;
      absl::CivilDay start;
      if (!absl::ParseCivilTime(row.Text(4), &start)) {
        return absl::InternalError("the start of an assignment is no date");
      }
      allocation::Person person;
      person.id = row.Text(0);
      person.facility = *facility;
      person.cadre = *cadre;
      person.days_at_post = static_cast<int32_t>(scope_.today - start);
      person.preferred = FacilitiesIn(row, 6);
      person.restricted = FacilitiesIn(row, 7);
      instance_.request.persons.push_back(std::move(person));
      instance_.posts.push_back({row.Text(1), resource::MakeEtag(row.Int64(5))});
    }
    return absl::OkStatus();
  }

  absl::Status LoadSubstitutions() {
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx_.Query("SELECT substitute_cadre_id, needed_cadre_id, penalty"
                               " FROM substitution_rule WHERE directorate_id = ?",
                               {{scope_.directorate}}));
    for (const db::Row row : rows) {
      const std::optional<int32_t> from = Find(cadres_, row.Text(0));
      const std::optional<int32_t> to = Find(cadres_, row.Text(1));
      if (from && to) instance_.request.substitutions.push_back({*from, *to, row.Double(2)});
    }
    return absl::OkStatus();
  }

  db::Transaction& tx_;
  const PlanScope& scope_;
  std::set<std::string> wanted_;  // cadres; empty: all
  Indexes facilities_;
  Indexes cadres_;
  PlanInstance instance_;
};

}  // namespace

absl::StatusOr<PlanInstance> LoadInstance(db::Transaction& tx, const PlanScope& scope) {
  return Loader(tx, scope).Load();
}

bool IsOutOfService(const Place& place) {
  return place.deleted || place.operational_status == Facility::CLOSED ||
         place.operational_status == Facility::CLOSED_TEMPORARILY;
}

std::vector<std::string> FacilityIdsIn(absl::string_view json) {
  std::vector<std::string> ids;
  const std::vector<absl::string_view> parts = absl::StrSplit(json, '"');
  for (size_t i = 1; i < parts.size(); i += 2) ids.emplace_back(IdOf(parts[i]));
  return ids;
}

}  // namespace mudiriya::staffing
