#include "services/registry/subtree.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/db/connection.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/registry/areas.h"

namespace mudiriya::registry {
namespace {

constexpr absl::string_view kField = "ancestor_area";

// Where the subtree is.
struct Subtree {
  std::string directorate;
  std::string path;
};

bool MayRead(const Call& call, const std::string& directorate) {
  const DirectorateScope scope = call.readable();
  return scope.all || std::binary_search(scope.ids.begin(), scope.ids.end(), directorate);
}

absl::StatusOr<std::string> PathOf(Call& call, const resource::ResourceName& area) {
  ASSIGN_OR_RETURN(const db::ResultSet rows, call.db().ReadOne([&](db::Transaction& tx) {
    return tx.Query("SELECT path FROM area WHERE directorate_id = ? AND area_id = ?",
                    {area.directorate(), area.id()});
  }));
  if (rows.empty()) return Error(Reason::REFERENCE_NOT_FOUND, {{"name", area.text()}});
  return rows.front().Text(0);
}

absl::StatusOr<Subtree> FindSubtree(Call& call, const std::string& parent,
                                    const std::string& ancestor_area) {
  ASSIGN_OR_RETURN(const resource::ResourceName area,
                   Areas().pattern().ParseName(ancestor_area, kField));
  const absl::string_view directorate = resource::DirectorateOf(parent);
  if (directorate != resource::kAny && directorate != area.directorate()) {
    return InvalidField(kField, Reason::MISMATCH, {{"expected", parent}});
  }
  if (!MayRead(call, area.directorate())) {
    return Error(Reason::REFERENCE_NOT_FOUND, {{"name", area.text()}});
  }
  ASSIGN_OR_RETURN(std::string path, PathOf(call, area));
  return Subtree{area.directorate(), std::move(path)};
}

}  // namespace

absl::StatusOr<resource::Condition> AreasBelow(Call& call, const std::string& parent,
                                               const std::string& ancestor_area) {
  if (ancestor_area.empty()) return resource::Condition{};
  ASSIGN_OR_RETURN(const Subtree subtree, FindSubtree(call, parent, ancestor_area));
  // `_` asks for one character more than the area's own path has.
  return resource::Condition{"directorate_id = ? AND path LIKE ?",
                             {subtree.directorate, absl::StrCat(subtree.path, "_%")}};
}

absl::StatusOr<resource::Condition> FacilitiesWithin(Call& call, const std::string& parent,
                                                     const std::string& ancestor_area) {
  if (ancestor_area.empty()) return resource::Condition{};
  ASSIGN_OR_RETURN(const Subtree subtree, FindSubtree(call, parent, ancestor_area));
  return resource::Condition{
      "directorate_id = ? AND area_id IN "
      "(SELECT a.area_id FROM area a WHERE a.directorate_id = ? AND a.path LIKE ?)",
      {subtree.directorate, subtree.directorate, absl::StrCat(subtree.path, "%")}};
}

}  // namespace mudiriya::registry
