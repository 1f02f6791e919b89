#include "services/staffing/level_changes.h"

#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "common/status/macros.h"
#include "mudiriya/staffing/v1/requirement.pb.h"
#include "services/staffing/dates.h"
#include "services/staffing/id_list.h"
#include "services/staffing/insert_rows.h"

namespace mudiriya::staffing {
namespace {

using v1::Requirement;

// The requirement that estimates are made from: one that is not an estimate itself.
std::optional<double> OwnRequirement(const Level* level) {
  if (level == nullptr || level->source.empty() ||
      level->source == Requirement::Source_Name(Requirement::ESTIMATED) ||
      level->source == Requirement::Source_Name(Requirement::SOURCE_UNSPECIFIED)) {
    return std::nullopt;
  }
  return level->required;
}

double RequiredOf(const Level* level) { return level == nullptr ? 0 : level->required; }

SumKey SumKeyOf(const Level& level) { return {level.facility_type, level.area, level.key.cadre}; }

bool Estimates(const LevelScope& scope) {
  return absl::StrContains(scope.rules.sources, Requirement::Source_Name(Requirement::ESTIMATED));
}

absl::Status StoreHistory(LevelScope& scope, const std::map<LevelKey, double>& requirements) {
  const std::string month = DayText(absl::CivilDay(absl::CivilMonth(scope.day)));
  std::vector<db::Value> values;
  for (const auto& [key, required] : requirements) {
    values.insert(values.end(), {scope.directorate, key.facility, key.cadre, month, required});
  }
  return InsertRows(scope.tx,
                    "INSERT INTO requirement_month"
                    " (directorate_id, facility_id, cadre_id, month, required_fte)",
                    5, "ON DUPLICATE KEY UPDATE required_fte = VALUES(required_fte)", values)
      .status();
}

}  // namespace

void LevelChanges::Note(const Level* before, const Level* after) {
  const LevelKey& key = before != nullptr ? before->key : after->key;
  if (OwnRequirement(before) != OwnRequirement(after)) peers_[key.cadre].push_back(key.facility);
  if (RequiredOf(before) != RequiredOf(after)) requirements_[key] = RequiredOf(after);
  if (before != nullptr && after != nullptr && *before == *after) return;
  if (before != nullptr) sums_[SumKeyOf(*before)].Add(*before, -1);
  if (after != nullptr) {
    sums_[SumKeyOf(*after)].Add(*after, 1);
    stored_.push_back(*after);
  } else {
    removed_.push_back(key);
  }
}

absl::Status LevelChanges::Store(LevelScope& scope) {
  RETURN_IF_ERROR(StoreLevels(scope.tx, scope.directorate, stored_));
  RETURN_IF_ERROR(RemoveLevels(scope.tx, scope.directorate, removed_));
  RETURN_IF_ERROR(StoreHistory(scope, requirements_));
  stored_.clear();
  removed_.clear();
  requirements_.clear();
  return absl::OkStatus();
}

absl::Status LevelChanges::StoreSums(LevelScope& scope) const {
  return scope.hold == Hold::kAlone ? AddToSums(scope.tx, scope.directorate, sums_)
                                    : AppendSums(scope.tx, scope.directorate, sums_);
}

absl::Status LevelChanges::MarkEstimates(LevelScope& scope) const {
  if (!Estimates(scope)) return absl::OkStatus();
  for (const auto& [cadre, facilities] : peers_) {
    RETURN_IF_ERROR(ForEachChunk(facilities, [&, &cadre = cadre](const IdChunk& ids) {
      std::vector<db::Value> params = {cadre, scope.directorate};
      params.insert(params.end(), ids.values.begin(), ids.values.end());
      return scope.tx
          .Execute(absl::StrCat("INSERT INTO stale_estimate"
                                " (directorate_id, district_id, facility_type, cadre_id)"
                                " SELECT DISTINCT directorate_id, district_id, type, ? FROM place"
                                " WHERE directorate_id = ? AND district_id > ''"
                                " AND facility_id IN (",
                                ids.marks, ")"),
                   params)
          .status();
    }));
  }
  return absl::OkStatus();
}

absl::Status MarkDistrict(LevelScope& scope, absl::string_view district,
                          absl::string_view facility_type) {
  if (district.empty() || !Estimates(scope)) return absl::OkStatus();
  return scope.tx
      .Execute(
          "INSERT INTO stale_estimate (directorate_id, district_id, facility_type, cadre_id)"
          " SELECT directorate_id, ?, ?, cadre_id FROM cadre"
          " WHERE directorate_id = ? AND delete_time IS NULL",
          {{std::string(district), std::string(facility_type), scope.directorate}})
      .status();
}

}  // namespace mudiriya::staffing
