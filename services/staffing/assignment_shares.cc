#include "services/staffing/assignment_shares.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/staffing/dates.h"
#include "services/staffing/fte.h"
#include "services/staffing/id_list.h"
#include "services/staffing/references.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

// A person's assignments by their ids.
using Stints = std::map<std::string, Stint>;

std::optional<absl::CivilDay> DayOf(const db::Row& row, size_t column) {
  absl::CivilDay day;
  if (row.IsNull(column) || !absl::ParseCivilTime(row.Text(column), &day)) return std::nullopt;
  return day;
}

absl::StatusOr<std::map<std::string, Stints>> LoadStints(db::Transaction& tx,
                                                         const std::string& directorate,
                                                         absl::Span<const std::string> people) {
  std::map<std::string, Stints> stints;
  RETURN_IF_ERROR(ForEachChunk(people, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {directorate};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx.Query(absl::StrCat("SELECT staff_member_id, assignment_id, fte, start_date,"
                                           " end_date FROM assignment WHERE directorate_id = ?"
                                           " AND staff_member_id IN (",
                                           ids.marks, ")"),
                              params));
    for (const db::Row row : rows) {
      stints[row.Text(0)][row.Text(1)] = {row.Double(2), DayOf(row, 3).value_or(absl::CivilDay()),
                                          DayOf(row, 4)};
    }
    return absl::OkStatus();
  }));
  return stints;
}

Stint StintOf(const v1::Assignment& row) {
  return {row.fte(), *ToCivilDay(row.start_date()), ToCivilDay(row.end_date())};
}

// Puts the assignment among the person's others, or says why it cannot stand there. Only the days
// of the assignment itself count: an excess elsewhere is none of its making.
absl::Status Place(const v1::Assignment& next, Stints& stints) {
  const std::string id(IdOf(next.name()));
  const Stint stint = StintOf(next);
  std::vector<Stint> together = {stint};
  for (const auto& [other, held] : stints) {
    const bool before = held.last && *held.last < stint.first;
    const bool after = stint.last && *stint.last < held.first;
    if (other != id && !before && !after) together.push_back(held);
  }
  if (const std::optional<FteExcess> excess = FirstExcess(together)) {
    return Error(Reason::FTE_OVER_ONE, {{"date", DayText(excess->day)}, {"total", excess->total}});
  }
  stints[id] = stint;
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckPeople(db::Transaction& tx, const WriteScope& scope,
                         absl::Span<RowWrite<v1::Assignment>> batch) {
  std::vector<std::string> people;
  for (const RowWrite<v1::Assignment>& row : batch) {
    people.emplace_back(IdOf(ParentOf(row.next->name())));
  }
  ASSIGN_OR_RETURN(const auto cadres, LockPeople(tx, scope.directorate, people));
  ASSIGN_OR_RETURN(auto stints, LoadStints(tx, scope.directorate, people));
  for (size_t i = 0; i < batch.size(); ++i) {
    RowWrite<v1::Assignment>& row = batch[i];
    if (row.refused()) continue;
    const auto person = cadres.find(people[i]);
    if (person == cadres.end()) {
      row.refusal = NotFound(ParentOf(row.next->name()));
      continue;
    }
    row.next->set_cadre(row.old != nullptr ? row.old->cadre()
                                           : absl::StrCat("directorates/", scope.directorate,
                                                          "/cadres/", person->second));
    row.refusal = Place(*row.next, stints[people[i]]);
  }
  return absl::OkStatus();
}

}  // namespace mudiriya::staffing
