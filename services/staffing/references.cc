#include "services/staffing/references.h"

#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "services/staffing/id_list.h"
#include "services/staffing/places.h"

namespace mudiriya::staffing {
namespace {

absl::Status Judge(const PlaceReferences& row, absl::string_view directorate,
                   const std::set<std::string>& missing) {
  Violations violations;
  for (const auto& [field, name] : row.entries()) {
    if (resource::DirectorateOf(name) != directorate) {
      violations.Add(field, Reason::MISMATCH,
                     {{"expected", absl::StrCat("directorates/", directorate)}});
    } else if (missing.count(name) > 0) {
      violations.Add(field, Reason::REFERENCE_NOT_FOUND, {{"name", name}});
    }
  }
  return violations.ToStatus();
}

// Each name once, but for those of other directorates.
std::vector<std::string> NamesIn(absl::string_view directorate,
                                 absl::Span<const PlaceReferences> rows) {
  std::set<std::string> names;
  for (const PlaceReferences& row : rows) {
    for (const auto& [field, name] : row.entries()) {
      if (resource::DirectorateOf(name) == directorate) names.insert(name);
    }
  }
  return {names.begin(), names.end()};
}

}  // namespace

void PlaceReferences::Add(absl::string_view field, absl::string_view name) {
  if (!name.empty()) entries_.emplace_back(field, name);
}

absl::StatusOr<std::vector<absl::Status>> CheckPlaces(Call& call, absl::string_view directorate,
                                                      absl::Span<const PlaceReferences> rows) {
  const std::vector<std::string> names = NamesIn(directorate, rows);
  std::set<std::string> missing;
  if (!names.empty()) {
    ASSIGN_OR_RETURN(const std::vector<std::string> answer,
                     call.service<Places>().FindMissing(call, names));
    missing.insert(answer.begin(), answer.end());
  }
  std::vector<absl::Status> verdicts;
  for (const PlaceReferences& row : rows) verdicts.push_back(Judge(row, directorate, missing));
  return verdicts;
}

absl::StatusOr<std::set<std::string>> FindCadres(db::Transaction& tx, absl::string_view directorate,
                                                 absl::Span<const std::string> cadres, Keep keep) {
  const absl::string_view lock = keep == Keep::kAlone ? "FOR UPDATE" : "LOCK IN SHARE MODE";
  std::set<std::string> found;
  RETURN_IF_ERROR(ForEachChunk(cadres, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {std::string(directorate)};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(
        const db::ResultSet rows,
        tx.Query(absl::StrCat("SELECT cadre_id FROM cadre WHERE directorate_id = ?"
                              " AND cadre_id IN (",
                              ids.marks, ") AND delete_time IS NULL ORDER BY cadre_id ", lock),
                 params));
    for (const db::Row row : rows) found.insert(row.Text(0));
    return absl::OkStatus();
  }));
  return found;
}

absl::StatusOr<std::map<std::string, std::string>> LockPeople(
    db::Transaction& tx, absl::string_view directorate, absl::Span<const std::string> people) {
  std::map<std::string, std::string> cadres;
  RETURN_IF_ERROR(ForEachChunk(people, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {std::string(directorate)};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(
        const db::ResultSet rows,
        tx.Query(absl::StrCat("SELECT staff_member_id, cadre_id FROM staff_member"
                              " WHERE directorate_id = ? AND staff_member_id IN (",
                              ids.marks,
                              ") AND delete_time IS NULL ORDER BY staff_member_id FOR UPDATE"),
                 params));
    for (const db::Row row : rows) cadres.emplace(row.Text(0), row.Text(1));
    return absl::OkStatus();
  }));
  return cadres;
}

absl::Status UnknownReference(absl::string_view field, absl::string_view name) {
  return InvalidField(field, Reason::REFERENCE_NOT_FOUND, {{"name", name}});
}

}  // namespace mudiriya::staffing
