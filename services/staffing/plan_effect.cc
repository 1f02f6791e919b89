#include "services/staffing/plan_effect.h"

#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "common/status/macros.h"
#include "services/staffing/assignments.h"
#include "services/staffing/dates.h"
#include "services/staffing/levels.h"
#include "services/staffing/row_id.h"
#include "services/staffing/staff_returns.h"

namespace mudiriya::staffing {
namespace {

using resource::ChangeEntry;
using type::v1::Change;

template <typename M>
std::vector<M*> PointersTo(std::vector<M>& rows) {
  std::vector<M*> pointers;
  pointers.reserve(rows.size());
  for (M& row : rows) pointers.push_back(&row);
  return pointers;
}

// Logs that all of these rows were written in the same way.
template <typename M>
absl::Status Log(db::Transaction& tx, const PlanEffect& effect, const resource::Table<M>& table,
                 const std::vector<M>& rows, Change::Kind kind,
                 const std::vector<std::string>& paths) {
  std::vector<ChangeEntry> entries;
  for (const M& row : rows) entries.push_back({row.name(), kind, paths});
  return resource::AppendChanges(tx, effect.origin, table.resource_type(), entries);
}

// Named after the move, so that whoever looks at the person finds the plan.
v1::Assignment NewPost(const PlanEffect& effect, const v1::AllocationMove& move) {
  v1::Assignment post;
  post.set_name(absl::StrCat(move.staff_member(), "/assignments/",
                             RowId({IdOf(effect.plan), IdOf(move.name())})));
  post.set_facility(move.to_facility());
  post.set_cadre(move.needed_cadre());
  post.set_fte(1);
  *post.mutable_start_date() = ToDate(effect.effective);
  post.set_kind(v1::Assignment::PERMANENT);
  return post;
}

absl::Status MovePersons(db::Transaction& tx, const PlanEffect& effect,
                         std::vector<v1::Assignment> old_posts) {
  for (v1::Assignment& post : old_posts) *post.mutable_end_date() = ToDate(effect.effective - 1);
  RETURN_IF_ERROR(Assignments().UpdateMany(tx, PointersTo(old_posts), effect.origin.time));
  std::vector<v1::Assignment> new_posts;
  for (const v1::AllocationMove& move : effect.moves) {
    if (!move.assignment().empty()) new_posts.push_back(NewPost(effect, move));
  }
  RETURN_IF_ERROR(Assignments().InsertMany(tx, PointersTo(new_posts), effect.origin.time));
  RETURN_IF_ERROR(Log(tx, effect, Assignments(), old_posts, Change::UPDATED, {"end_date"}));
  return Log(tx, effect, Assignments(), new_posts, Change::CREATED, {});
}

// Posts that come to each pair (below 0: that go).
std::map<LevelKey, double> CountsMoved(const PlanEffect& effect) {
  std::map<LevelKey, double> moved;
  for (const v1::AllocationMove& move : effect.moves) {
    if (!move.assignment().empty()) continue;
    const LevelKey from{std::string(IdOf(move.from_facility())), std::string(IdOf(move.cadre()))};
    const LevelKey to{std::string(IdOf(move.to_facility())),
                      std::string(IdOf(move.needed_cadre()))};
    moved[from] -= move.head_count();
    moved[to] += move.head_count();
  }
  return moved;
}

// The return of the effect's month, from the one in force; `base` is empty for a first one.
v1::StaffReturn ReturnOf(const PlanEffect& effect, const LevelKey& key, double moved,
                         const v1::StaffReturn& base) {
  const std::string month = absl::StrFormat("%04d-%02d", effect.month.year(), effect.month.month());
  v1::StaffReturn next = base;
  next.set_name(StaffReturns().pattern().Format(
      {effect.directorate, RowId({key.facility, key.cadre, month})}));
  next.set_facility(
      absl::StrCat("directorates/", effect.directorate, "/facilities/", key.facility));
  next.set_cadre(absl::StrCat("directorates/", effect.directorate, "/cadres/", key.cadre));
  *next.mutable_month() = ToDate(absl::CivilDay(effect.month));
  next.set_full_time_count(FullTimeCount(base) + moved);
  next.set_head_count(base.head_count() + moved);
  next.set_source(effect.plan);
  return next;
}

absl::Status MoveCounts(db::Transaction& tx, const PlanEffect& effect,
                        const ReturnsByKey& in_force) {
  std::vector<v1::StaffReturn> corrected;
  std::vector<v1::StaffReturn> added;
  for (const auto& [key, moved] : CountsMoved(effect)) {
    const auto found = in_force.find(key);
    const v1::StaffReturn base = found == in_force.end() ? v1::StaffReturn() : found->second;
    v1::StaffReturn next = ReturnOf(effect, key, moved, base);
    (next.name() == base.name() ? corrected : added).push_back(std::move(next));
  }
  RETURN_IF_ERROR(StaffReturns().UpdateMany(tx, PointersTo(corrected), effect.origin.time));
  RETURN_IF_ERROR(StaffReturns().InsertMany(tx, PointersTo(added), effect.origin.time));
  RETURN_IF_ERROR(Log(tx, effect, StaffReturns(), corrected, Change::UPDATED,
                      {"head_count", "full_time_count", "source"}));
  return Log(tx, effect, StaffReturns(), added, Change::CREATED, {});
}

}  // namespace

absl::Status PutIntoEffect(db::Transaction& tx, const PlanEffect& effect, PinnedRecords pinned) {
  RETURN_IF_ERROR(MovePersons(tx, effect, std::move(pinned.assignments)));
  RETURN_IF_ERROR(MoveCounts(tx, effect, pinned.returns));
  return RefreshLevels(tx, effect.directorate, KeysOf(effect.moves), effect.today);
}

}  // namespace mudiriya::staffing
