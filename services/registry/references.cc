#include "services/registry/references.h"

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/registry/areas.h"
#include "services/registry/facilities.h"
#include "services/registry/programmes.h"

namespace mudiriya::registry {
namespace {

// The query selects delete_time of the row with these ids.
absl::Status RequireLive(db::Transaction& tx, absl::string_view sql,
                         const resource::ResourceName& name) {
  const std::vector<db::Value> ids(name.ids().begin(), name.ids().end());
  ASSIGN_OR_RETURN(const db::ResultSet rows, tx.Query(sql, ids));
  if (rows.empty()) return Error(Reason::REFERENCE_NOT_FOUND, {{"name", name.text()}});
  if (!rows.front().IsNull(0)) return Error(Reason::DELETED, {{"name", name.text()}});
  return absl::OkStatus();
}

}  // namespace

absl::Status RequireDirectorate(db::Transaction& tx, absl::string_view directorate) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT directorate_id FROM directorate "
                            "WHERE directorate_id = ? AND delete_time IS NULL LOCK IN SHARE MODE",
                            {std::string(directorate)}));
  if (rows.empty()) return NotFound(absl::StrCat("directorates/", directorate));
  return absl::OkStatus();
}

absl::Status RequireArea(db::Transaction& tx, absl::string_view area) {
  ASSIGN_OR_RETURN(const resource::ResourceName name, Areas().pattern().ParseName(area, "area"));
  return RequireLive(tx,
                     "SELECT delete_time FROM area WHERE directorate_id = ? AND area_id = ? "
                     "LOCK IN SHARE MODE",
                     name);
}

absl::Status RequireFacility(db::Transaction& tx, absl::string_view facility) {
  ASSIGN_OR_RETURN(const resource::ResourceName name,
                   Facilities().pattern().ParseName(facility, "facility"));
  return RequireLive(tx,
                     "SELECT delete_time FROM facility WHERE directorate_id = ? "
                     "AND facility_id = ? LOCK IN SHARE MODE",
                     name);
}

absl::Status RequireProgrammes(db::Transaction& tx,
                               const google::protobuf::RepeatedPtrField<std::string>& programmes) {
  for (const std::string& programme : programmes) {
    ASSIGN_OR_RETURN(const resource::ResourceName name,
                     Programmes().pattern().ParseName(programme, "programmes"));
    RETURN_IF_ERROR(RequireLive(tx,
                                "SELECT delete_time FROM programme WHERE directorate_id = ? "
                                "AND programme_id = ? LOCK IN SHARE MODE",
                                name));
  }
  return absl::OkStatus();
}

absl::Status RefuseIfUsed(db::Transaction& tx, absl::string_view name, absl::string_view collection,
                          absl::string_view sql, db::Params params) {
  ASSIGN_OR_RETURN(const db::ResultSet rows, tx.Query(sql, params));
  if (rows.empty()) return absl::OkStatus();
  const std::string user = absl::StrCat(collection, "/", rows.front().Text(0));
  return Error(Reason::IN_USE, {{"name", name}, {"user", user}});
}

}  // namespace mudiriya::registry
