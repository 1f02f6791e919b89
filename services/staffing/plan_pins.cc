#include "services/staffing/plan_pins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/staffing/assignments.h"
#include "services/staffing/dates.h"
#include "services/staffing/id_list.h"
#include "services/staffing/level_rows.h"
#include "services/staffing/place_table.h"
#include "services/staffing/plan_instance.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

constexpr size_t kMostNames = 20;

// Names of what has changed, each once, in the order found.
class Changes {
 public:
  void Add(const std::string& name) {
    if (seen_.insert(name).second) names_.push_back(name);
  }

  absl::Status ToStatus() const {
    if (names_.empty()) return absl::OkStatus();
    std::vector<std::string> shown(names_.begin(),
                                   names_.begin() + std::min(names_.size(), kMostNames));
    if (names_.size() > kMostNames) shown.push_back("…");
    return Error(Reason::PLAN_OUTDATED,
                 {{"names", absl::StrJoin(shown, ", ")}, {"count", names_.size()}});
  }

 private:
  std::set<std::string> seen_;
  std::vector<std::string> names_;
};

// The moves of persons in the order of the plan.
std::vector<const v1::AllocationMove*> PersonMoves(const PlanCheck& check) {
  std::vector<const v1::AllocationMove*> moves;
  for (const v1::AllocationMove& move : check.moves) {
    if (!move.assignment().empty()) moves.push_back(&move);
  }
  return moves;
}

absl::Status CheckAssignments(db::Transaction& tx, const PlanCheck& check,
                              const std::vector<const v1::AllocationMove*>& moves,
                              std::vector<v1::Assignment>& assignments, Changes& changes) {
  std::vector<resource::ResourceName> names;
  for (const v1::AllocationMove* move : moves) {
    ASSIGN_OR_RETURN(resource::ResourceName name,
                     Assignments().pattern().ParseName(move->assignment()));
    names.push_back(std::move(name));
  }
  ASSIGN_OR_RETURN(auto rows, Assignments().GetMany(tx, names, check.lock));
  for (size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i] || rows[i]->etag() != moves[i]->assignment_etag()) {
      changes.Add(moves[i]->assignment());
    } else {
      assignments.push_back(*std::move(rows[i]));
    }
  }
  return absl::OkStatus();
}

// A person as moves ask about them.
struct PersonToday {
  bool available = false;  // neither deleted nor on leave
  std::vector<std::string> restricted;
};

absl::StatusOr<std::map<std::string, PersonToday>> PersonsToday(
    db::Transaction& tx, const PlanCheck& check,
    const std::vector<const v1::AllocationMove*>& moves) {
  std::vector<std::string> persons;
  for (const v1::AllocationMove* move : moves) persons.emplace_back(IdOf(move->staff_member()));
  std::sort(persons.begin(), persons.end());
  const absl::string_view lock = check.lock == resource::Lock::kForUpdate ? " FOR UPDATE" : "";
  const std::string today = DayText(check.today);
  std::map<std::string, PersonToday> found;
  RETURN_IF_ERROR(ForEachChunk(persons, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {today, today, check.directorate};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(
        const db::ResultSet rows,
        tx.Query(absl::StrCat("SELECT p.staff_member_id, p.delete_time IS NULL AND NOT EXISTS"
                              " (SELECT 1 FROM staff_leave v"
                              " WHERE v.directorate_id = p.directorate_id"
                              " AND v.staff_member_id = p.staff_member_id"
                              " AND v.start_date <= ? AND v.end_date >= ?),"
                              " p.restricted_facilities FROM staff_member p"
                              " WHERE p.directorate_id = ? AND p.staff_member_id IN (",
                              ids.marks, ") ORDER BY p.staff_member_id", lock),
                 params));
    for (const db::Row row : rows) {
      PersonToday& person = found[row.Text(0)];
      person.available = row.Bool(1);
      if (!row.IsNull(2)) person.restricted = FacilityIdsIn(row.Text(2));
    }
    return absl::OkStatus();
  }));
  return found;
}

absl::Status CheckPersons(db::Transaction& tx, const PlanCheck& check,
                          const std::vector<const v1::AllocationMove*>& moves, Changes& changes) {
  ASSIGN_OR_RETURN(const auto persons, PersonsToday(tx, check, moves));
  for (const v1::AllocationMove* move : moves) {
    const auto found = persons.find(std::string(IdOf(move->staff_member())));
    const absl::string_view destination = IdOf(move->to_facility());
    if (found == persons.end() || !found->second.available ||
        std::count(found->second.restricted.begin(), found->second.restricted.end(), destination)) {
      changes.Add(move->staff_member());
    }
  }
  return absl::OkStatus();
}

absl::Status CheckDestinations(db::Transaction& tx, const PlanCheck& check, Changes& changes) {
  std::map<std::string, std::string> names;  // by id
  std::vector<std::string> ids;
  for (const v1::AllocationMove& move : check.moves) {
    const std::string id(IdOf(move.to_facility()));
    if (names.emplace(id, move.to_facility()).second) ids.push_back(id);
  }
  ASSIGN_OR_RETURN(const std::vector<Place> places, FindPlaces(tx, check.directorate, ids));
  for (const Place& place : places) {
    if (IsOutOfService(place)) changes.Add(names[place.facility]);
  }
  return absl::OkStatus();
}

std::string GapName(const std::string& directorate, const LevelKey& key) {
  return absl::StrCat("directorates/", directorate, "/gaps/", GapId(key));
}

// The figures of each pair that moves of counts touch, as the plan has them.
std::map<LevelKey, double> PinnedCounts(const PlanCheck& check) {
  std::map<LevelKey, double> counts;
  for (const v1::AllocationMove& move : check.moves) {
    if (!move.assignment().empty()) continue;
    counts[{std::string(IdOf(move.from_facility())), std::string(IdOf(move.cadre()))}] =
        move.donor().before();
    counts[{std::string(IdOf(move.to_facility())), std::string(IdOf(move.needed_cadre()))}] =
        move.receiver().before();
  }
  return counts;
}

absl::Status CheckCounts(db::Transaction& tx, const PlanCheck& check, ReturnsByKey& returns,
                         Changes& changes) {
  const std::map<LevelKey, double> pinned = PinnedCounts(check);
  if (pinned.empty()) return absl::OkStatus();
  std::vector<LevelKey> keys;
  for (const auto& [key, count] : pinned) keys.push_back(key);
  ASSIGN_OR_RETURN(returns, ReturnsInForce(tx, check.directorate, keys, check.month, check.lock));
  for (const auto& [key, count] : pinned) {
    const auto found = returns.find(key);
    const double now = found == returns.end() ? 0 : std::floor(FullTimeCount(found->second));
    if (now != count) changes.Add(GapName(check.directorate, key));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<PinnedRecords> CheckPlanIsCurrent(db::Transaction& tx, const PlanCheck& check) {
  PinnedRecords records;
  Changes changes;
  const std::vector<const v1::AllocationMove*> persons = PersonMoves(check);
  RETURN_IF_ERROR(CheckAssignments(tx, check, persons, records.assignments, changes));
  RETURN_IF_ERROR(CheckPersons(tx, check, persons, changes));
  RETURN_IF_ERROR(CheckDestinations(tx, check, changes));
  RETURN_IF_ERROR(CheckCounts(tx, check, records.returns, changes));
  RETURN_IF_ERROR(changes.ToStatus());
  return records;
}

}  // namespace mudiriya::staffing
