#include "services/registry/area_rules.h"

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/registry/area_population.h"
#include "services/registry/area_tree.h"
#include "services/registry/areas.h"
#include "services/registry/references.h"

namespace mudiriya::registry {
namespace {

using resource::ResourceName;

absl::StatusOr<ResourceName> NameOf(const v1::Area& area) { return Areas().NameOf(area); }

// The id in the name of an area, "" if the name is empty.
absl::StatusOr<std::string> IdOf(const std::string& area) {
  if (area.empty()) return std::string();
  ASSIGN_OR_RETURN(const ResourceName name, Areas().pattern().ParseName(area, "area.parent_area"));
  return name.id();
}

// What kind of write it is, told from the row before and after.
bool Moved(const v1::Area* old, const v1::Area& next) {
  return old != nullptr && old->parent_area() != next.parent_area();
}
bool Restored(const v1::Area* old, const v1::Area& next) {
  return old != nullptr && old->has_delete_time() && !next.has_delete_time();
}
bool Relevelled(const v1::Area* old, const v1::Area& next) {
  return old != nullptr && old->level() != next.level();
}

absl::Status LevelError(const std::string& name, v1::Area::Level level, const std::string& parent,
                        v1::Area::Level parent_level) {
  return Error(Reason::LEVEL_NOT_BELOW_PARENT,
               {{"name", name},
                {"level", v1::Area::Level_Name(level)},
                {"parent", parent},
                {"parent_level", v1::Area::Level_Name(parent_level)}});
}

// The parent is there, does not lie below the area, and is of a higher level.
absl::Status CheckParent(db::Transaction& tx, const ResourceName& name, const v1::Area& next) {
  ASSIGN_OR_RETURN(const std::string parent, IdOf(next.parent_area()));
  if (parent.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::optional<TreePlace> place,
                   FindTreePlace(tx, name.directorate(), parent));
  if (parent == name.id() || (place.has_value() && PathHas(place->path, name.id()))) {
    return Error(Reason::CYCLE, {{"name", next.name()}, {"parent", next.parent_area()}});
  }
  if (!place.has_value()) {
    return Error(Reason::REFERENCE_NOT_FOUND, {{"name", next.parent_area()}});
  }
  if (place->deleted) return Error(Reason::DELETED, {{"name", next.parent_area()}});
  if (place->level < next.level()) return absl::OkStatus();
  return LevelError(next.name(), next.level(), next.parent_area(), place->level);
}

// Every child is of a lower level than the one that the area is to have.
absl::Status CheckChildren(db::Transaction& tx, const ResourceName& name, const v1::Area& next) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT area_id, level FROM area WHERE directorate_id = ? "
                            "AND parent_area_id = ? AND delete_time IS NULL",
                            {name.directorate(), name.id()}));
  for (const db::Row row : rows) {
    v1::Area::Level level = v1::Area::LEVEL_UNSPECIFIED;
    v1::Area::Level_Parse(row.Text(1), &level);
    if (next.level() < level) continue;
    const std::string child = Areas().pattern().Format({name.directorate(), row.Text(0)});
    return LevelError(child, level, next.name(), next.level());
  }
  return absl::OkStatus();
}

absl::Status BeforeWrite(db::Transaction& tx, const v1::Area* old, v1::Area& next) {
  ASSIGN_OR_RETURN(const ResourceName name, NameOf(next));
  if (old == nullptr) RETURN_IF_ERROR(RequireDirectorate(tx, name.directorate()));
  const bool placed = old == nullptr || Moved(old, next);
  if (placed || Relevelled(old, next)) RETURN_IF_ERROR(CheckParent(tx, name, next));
  if (Relevelled(old, next)) RETURN_IF_ERROR(CheckChildren(tx, name, next));
  // A new area has no children yet: they could not have named it.
  if (old == nullptr) return absl::OkStatus();
  return FillDerivedPopulation(tx, name.directorate(), name.id(), next);
}

absl::Status BeforeDelete(db::Transaction& tx, const v1::Area& old) {
  ASSIGN_OR_RETURN(const ResourceName name, NameOf(old));
  const std::vector<db::Value> ids = {name.directorate(), name.id()};
  RETURN_IF_ERROR(RefuseIfUsed(tx, old.name(), "areas",
                               "SELECT area_id FROM area WHERE directorate_id = ? "
                               "AND parent_area_id = ? AND delete_time IS NULL LIMIT 1",
                               ids));
  return RefuseIfUsed(tx, old.name(), "facilities",
                      "SELECT facility_id FROM facility WHERE directorate_id = ? "
                      "AND area_id = ? AND delete_time IS NULL LIMIT 1",
                      ids);
}

// What it hung on may have been deleted, or changed its level, while it was deleted.
absl::Status CheckRestored(db::Transaction& tx, const ResourceName& name, const v1::Area& next) {
  RETURN_IF_ERROR(RequireDirectorate(tx, name.directorate()));
  return CheckParent(tx, name, next);
}

absl::Status AfterWrite(db::Transaction& tx, const v1::Area* old, const v1::Area* next) {
  if (next == nullptr) return absl::OkStatus();
  ASSIGN_OR_RETURN(const ResourceName name, NameOf(*next));
  ASSIGN_OR_RETURN(const std::string parent, IdOf(next->parent_area()));
  if (Restored(old, *next)) RETURN_IF_ERROR(CheckRestored(tx, name, *next));
  if (old == nullptr || Moved(old, *next)) {
    RETURN_IF_ERROR(PlaceUnder(tx, name.directorate(), name.id(), parent));
  }
  RETURN_IF_ERROR(RefreshDerivedPopulation(tx, name.directorate(), parent));
  if (!Moved(old, *next)) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::string old_parent, IdOf(old->parent_area()));
  return RefreshDerivedPopulation(tx, name.directorate(), old_parent);
}

}  // namespace

resource::Hooks<v1::Area> AreaHooks() {
  resource::Hooks<v1::Area> hooks;
  hooks.before_write = &BeforeWrite;
  hooks.before_delete = &BeforeDelete;
  hooks.after_write = &AfterWrite;
  return hooks;
}

}  // namespace mudiriya::registry
