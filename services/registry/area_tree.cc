#include "services/registry/area_tree.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/status/errors.h"
#include "common/status/macros.h"

namespace mudiriya::registry {
namespace {

// The path of a parent, "/" for the top.
absl::StatusOr<std::string> ParentPath(db::Transaction& tx, absl::string_view directorate,
                                       absl::string_view parent) {
  if (parent.empty()) return std::string("/");
  ASSIGN_OR_RETURN(const std::optional<TreePlace> place, FindTreePlace(tx, directorate, parent));
  return place.has_value() ? place->path : std::string("/");
}

}  // namespace

absl::Status LockTree(db::Transaction& tx, absl::string_view directorate) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT directorate_id FROM directorate "
                            "WHERE directorate_id = ? AND delete_time IS NULL FOR UPDATE",
                            {std::string(directorate)}));
  if (rows.empty()) return NotFound(absl::StrCat("directorates/", directorate));
  return absl::OkStatus();
}

absl::StatusOr<std::optional<TreePlace>> FindTreePlace(db::Transaction& tx,
                                                       absl::string_view directorate,
                                                       absl::string_view area) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT path, level, delete_time FROM area "
                            "WHERE directorate_id = ? AND area_id = ? LOCK IN SHARE MODE",
                            {std::string(directorate), std::string(area)}));
  if (rows.empty()) return std::nullopt;
  TreePlace place;
  place.path = rows.front().Text(0);
  v1::Area::Level_Parse(rows.front().Text(1), &place.level);
  place.deleted = !rows.front().IsNull(2);
  return place;
}

bool PathHas(absl::string_view path, absl::string_view area) {
  return absl::StrContains(path, absl::StrCat("/", area, "/"));
}

absl::Status PlaceUnder(db::Transaction& tx, absl::string_view directorate, absl::string_view area,
                        absl::string_view parent) {
  ASSIGN_OR_RETURN(const std::string above, ParentPath(tx, directorate, parent));
  ASSIGN_OR_RETURN(const std::optional<TreePlace> place, FindTreePlace(tx, directorate, area));
  const std::string path = absl::StrCat(above, area, "/");
  if (!place.has_value() || place->path == path) return absl::OkStatus();
  const std::string id(directorate);
  if (place->path.empty()) {
    return tx
        .Execute("UPDATE area SET path = ? WHERE directorate_id = ? AND area_id = ?",
                 {path, id, std::string(area)})
        .status();
  }
  return tx
      .Execute(
          "UPDATE area SET path = CONCAT(?, SUBSTRING(path, ?)) "
          "WHERE directorate_id = ? AND path LIKE ?",
          {path, static_cast<int64_t>(place->path.size()) + 1, id, absl::StrCat(place->path, "%")})
      .status();
}

}  // namespace mudiriya::registry
