#include "services/registry/area_tree.h"

#include <cstdint>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
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

// Replaces the beginning `from` of every path that has it. A path never begins anew with `from`
// after that, since an area does not move below itself: the loop ends.
absl::Status RewritePaths(db::Transaction& tx, const std::string& directorate,
                          const std::string& from, const std::string& to) {
  int64_t rewritten = 1;
  while (rewritten > 0) {
    ASSIGN_OR_RETURN(rewritten, tx.Execute("UPDATE area SET path = CONCAT(?, SUBSTRING(path, ?)) "
                                           "WHERE directorate_id = ? AND path LIKE ?",
                                           {to, static_cast<int64_t>(from.size()) + 1, directorate,
                                            absl::StrCat(from, "%")}));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::optional<TreePlace>> FindTreePlace(db::Transaction& tx,
                                                       absl::string_view directorate,
                                                       absl::string_view area) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT path, level, delete_time FROM area "
                            "WHERE directorate_id = ? AND area_id = ? FOR UPDATE",
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
  if (!place->path.empty()) return RewritePaths(tx, std::string(directorate), place->path, path);
  return tx
      .Execute("UPDATE area SET path = ? WHERE directorate_id = ? AND area_id = ?",
               {path, std::string(directorate), std::string(area)})
      .status();
}

}  // namespace mudiriya::registry
