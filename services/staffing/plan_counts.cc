#include "services/staffing/plan_counts.h"

#include <cmath>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/staffing/dates.h"
#include "services/staffing/id_list.h"
#include "services/staffing/row_id.h"
#include "services/staffing/staff_returns.h"

namespace mudiriya::staffing {
namespace {

// The names of the returns in force at these facilities, of whatever cadre, by facility and cadre.
absl::StatusOr<std::map<LevelKey, std::string>> NamesInForce(
    db::Transaction& tx, absl::string_view directorate, const std::vector<std::string>& facilities,
    const std::string& month) {
  std::map<LevelKey, std::string> names;
  RETURN_IF_ERROR(ForEachChunk(facilities, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {std::string(directorate), month, month};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(
        const db::ResultSet rows,
        tx.Query(absl::StrCat("SELECT r.facility_id, r.cadre_id, r.staff_return_id"
                              " FROM staff_return r WHERE r.directorate_id = ? AND r.month <= ?"
                              " AND NOT EXISTS (SELECT 1 FROM staff_return l"
                              " WHERE l.directorate_id = r.directorate_id"
                              " AND l.facility_id = r.facility_id AND l.cadre_id = r.cadre_id"
                              " AND l.month > r.month AND l.month <= ?) AND r.facility_id IN (",
                              ids.marks, ")"),
                 params));
    for (const db::Row row : rows) {
      names[{row.Text(0), row.Text(1)}] =
          StaffReturns().pattern().Format({std::string(directorate), row.Text(2)});
    }
    return absl::OkStatus();
  }));
  return names;
}

std::vector<std::string> FacilitiesOf(absl::Span<const LevelKey> keys) {
  std::set<std::string> facilities;
  for (const LevelKey& key : keys) facilities.insert(key.facility);
  return {facilities.begin(), facilities.end()};
}

}  // namespace

std::vector<LevelKey> KeysOf(absl::Span<const v1::AllocationMove> moves) {
  std::set<LevelKey> keys;
  for (const v1::AllocationMove& move : moves) {
    keys.insert({std::string(IdOf(move.from_facility())), std::string(IdOf(move.cadre()))});
    keys.insert({std::string(IdOf(move.to_facility())), std::string(IdOf(move.needed_cadre()))});
  }
  return {keys.begin(), keys.end()};
}

absl::StatusOr<ReturnsByKey> ReturnsInForce(db::Transaction& tx, absl::string_view directorate,
                                            absl::Span<const LevelKey> keys, absl::CivilMonth month,
                                            resource::Lock lock) {
  ASSIGN_OR_RETURN(const auto found, NamesInForce(tx, directorate, FacilitiesOf(keys),
                                                  DayText(absl::CivilDay(month))));
  std::vector<LevelKey> reported;
  std::vector<resource::ResourceName> names;
  for (const LevelKey& key : keys) {
    const auto name = found.find(key);
    if (name == found.end()) continue;
    ASSIGN_OR_RETURN(resource::ResourceName parsed,
                     StaffReturns().pattern().ParseName(name->second));
    names.push_back(std::move(parsed));
    reported.push_back(key);
  }
  ASSIGN_OR_RETURN(const auto rows, StaffReturns().GetMany(tx, names, lock));
  ReturnsByKey returns;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (rows[i]) returns.emplace(reported[i], *rows[i]);
  }
  return returns;
}

double FullTimeCount(const v1::StaffReturn& row) {
  return row.has_full_time_count() ? row.full_time_count() : std::floor(row.head_count());
}

}  // namespace mudiriya::staffing
