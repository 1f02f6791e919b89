#include "services/staffing/plan_parameters.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/cadres.h"
#include "services/staffing/id_list.h"
#include "services/staffing/place_areas.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

// Those of the ids that are cadres and not deleted.
absl::StatusOr<std::vector<std::string>> FindCadres(db::Transaction& tx,
                                                    absl::string_view directorate,
                                                    const std::vector<std::string>& ids) {
  std::vector<std::string> found;
  RETURN_IF_ERROR(ForEachChunk(ids, [&](const IdChunk& chunk) -> absl::Status {
    std::vector<db::Value> params = {std::string(directorate)};
    params.insert(params.end(), chunk.values.begin(), chunk.values.end());
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx.Query(absl::StrCat("SELECT cadre_id FROM cadre WHERE directorate_id = ?"
                                           " AND delete_time IS NULL AND cadre_id IN (",
                                           chunk.marks, ")"),
                              params));
    for (const db::Row row : rows) found.push_back(row.Text(0));
    return absl::OkStatus();
  }));
  return found;
}

bool Holds(const std::vector<std::string>& ids, absl::string_view name) {
  return std::find(ids.begin(), ids.end(), IdOf(name)) != ids.end();
}

// Adds what is wrong with a name whose id was looked for in the directorate.
void CheckName(absl::string_view directorate, const std::string& field, const std::string& name,
               const std::vector<std::string>& found, Violations& violations) {
  if (resource::DirectorateOf(name) != directorate) {
    violations.Add(field, Reason::MISMATCH,
                   {{"expected", absl::StrCat("directorates/", directorate)}});
  } else if (!Holds(found, name)) {
    violations.Add(field, Reason::REFERENCE_NOT_FOUND, {{"name", name}});
  }
}

}  // namespace

absl::Status CheckParameters(db::Transaction& tx, absl::string_view directorate,
                             absl::string_view field, const v1::AllocationParameters& parameters) {
  Violations violations;
  std::vector<std::string> ids;
  for (const std::string& cadre : parameters.cadres()) ids.emplace_back(IdOf(cadre));
  ASSIGN_OR_RETURN(const std::vector<std::string> cadres, FindCadres(tx, directorate, ids));
  for (int i = 0; i < parameters.cadres_size(); ++i) {
    CheckName(directorate, absl::StrCat(field, ".cadres[", i, "]"), parameters.cadres(i), cadres,
              violations);
  }
  if (!parameters.area().empty()) {
    ASSIGN_OR_RETURN(const std::vector<std::string> areas,
                     FindAreas(tx, directorate, {std::string(IdOf(parameters.area()))}));
    CheckName(directorate, absl::StrCat(field, ".area"), parameters.area(), areas, violations);
  }
  return violations.ToStatus();
}

v1::AllocationParameters ResolveParameters(const v1::AllocationParameters& given,
                                           const v1::StaffingSettings& settings) {
  v1::AllocationParameters all;
  all.mutable_weights()->set_density(settings.density_weight());
  all.mutable_weights()->set_remoteness(settings.remoteness_weight());
  all.mutable_weights()->set_critical(settings.critical_service_weight());
  all.set_base_move_cost(settings.move_cost());
  all.set_cost_per_km(settings.distance_cost_per_km());
  all.set_preference_credit(settings.preference_bonus());
  all.set_donor_floor(settings.donor_floor());
  all.set_min_staff(settings.donor_minimum_staff());
  all.set_max_distance_km(settings.distance_limit_km());
  all.set_max_moves(settings.move_limit());
  all.set_min_tenure_days(settings.minimum_tenure_days());
  all.set_allow_substitution(true);
  all.MergeFrom(given);
  return all;
}

allocation::Parameters SolverParameters(const v1::AllocationParameters& resolved) {
  allocation::Parameters parameters;
  parameters.base_move_cost = resolved.base_move_cost();
  parameters.cost_per_km = resolved.cost_per_km();
  parameters.preference_credit = resolved.preference_credit();
  parameters.keep_share = resolved.donor_floor();
  parameters.min_staff = resolved.min_staff();
  parameters.min_days_at_post = resolved.min_tenure_days();
  if (resolved.max_distance_km() > 0) parameters.max_km = resolved.max_distance_km();
  if (resolved.max_moves() > 0) parameters.max_moves = resolved.max_moves();
  return parameters;
}

PriorityWeights WeightsOf(const v1::AllocationParameters& resolved) {
  return {.density = resolved.weights().density(),
          .remoteness = resolved.weights().remoteness(),
          .critical = resolved.weights().critical()};
}

}  // namespace mudiriya::staffing
