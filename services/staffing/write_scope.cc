#include "services/staffing/write_scope.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/staffing/dates.h"

namespace mudiriya::staffing {

absl::StatusOr<WriteScope> OpenScope(Call& call, absl::string_view directorate) {
  WriteScope scope;
  scope.directorate = std::string(directorate);
  ASSIGN_OR_RETURN(scope.today, Today(call, directorate));
  return scope;
}

absl::Status Refresh(db::Transaction& tx, const WriteScope& scope, const Touched& touched) {
  for (const std::string& cadre : touched.cadres) {
    RETURN_IF_ERROR(RefreshLevelsOfCadre(tx, scope.directorate, cadre, scope.today));
  }
  if (touched.keys.empty()) return absl::OkStatus();
  return RefreshLevels(tx, scope.directorate, touched.keys, scope.today);
}

bool Writes(const google::protobuf::FieldMask& mask, absl::string_view field) {
  if (mask.paths().empty()) return true;
  return std::any_of(mask.paths().begin(), mask.paths().end(), [field](const std::string& path) {
    return path == "*" || path == field || absl::StartsWith(path, absl::StrCat(field, "."));
  });
}

const google::protobuf::FieldMask& AllFields() {
  static const google::protobuf::FieldMask all;
  return all;
}

}  // namespace mudiriya::staffing
