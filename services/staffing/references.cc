#include "services/staffing/references.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/staffing/places.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

absl::Status Unknown(absl::string_view field, absl::string_view name) {
  return InvalidField(field, Reason::REFERENCE_NOT_FOUND, {{"name", name}});
}

absl::Status FindCadre(db::Transaction& tx, absl::string_view directorate, absl::string_view field,
                       absl::string_view cadre, absl::string_view lock) {
  if (resource::DirectorateOf(cadre) != directorate) {
    return InvalidField(field, Reason::MISMATCH,
                        {{"expected", absl::StrCat("directorates/", directorate)}});
  }
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query(absl::StrCat("SELECT delete_time FROM cadre"
                                         " WHERE directorate_id = ? AND cadre_id = ? ",
                                         lock),
                            {{std::string(directorate), std::string(IdOf(cadre))}}));
  if (rows.empty() || !rows.front().IsNull(0)) return Unknown(field, cadre);
  return absl::OkStatus();
}

}  // namespace

void PlaceReferences::Add(absl::string_view field, absl::string_view name) {
  if (!name.empty()) references_.emplace_back(field, name);
}

absl::Status PlaceReferences::Check(Call& call) const {
  Violations violations;
  std::vector<std::string> names;
  for (const auto& [field, name] : references_) {
    if (resource::DirectorateOf(name) == directorate_) {
      names.push_back(name);
    } else {
      violations.Add(field, Reason::MISMATCH,
                     {{"expected", absl::StrCat("directorates/", directorate_)}});
    }
  }
  if (names.empty()) return violations.ToStatus();
  ASSIGN_OR_RETURN(const std::vector<std::string> missing,
                   call.service<Places>().FindMissing(call, names));
  for (const auto& [field, name] : references_) {
    if (absl::c_linear_search(missing, name)) {
      violations.Add(field, Reason::REFERENCE_NOT_FOUND, {{"name", name}});
    }
  }
  return violations.ToStatus();
}

absl::Status CheckCadre(db::Transaction& tx, absl::string_view directorate, absl::string_view field,
                        absl::string_view cadre) {
  return FindCadre(tx, directorate, field, cadre, "LOCK IN SHARE MODE");
}

absl::Status LockCadre(db::Transaction& tx, absl::string_view directorate, absl::string_view field,
                       absl::string_view cadre) {
  return FindCadre(tx, directorate, field, cadre, "FOR UPDATE");
}

}  // namespace mudiriya::staffing
