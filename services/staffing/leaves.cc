#include "services/staffing/leaves.h"

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/dates.h"
#include "services/staffing/id_list.h"
#include "services/staffing/references.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

absl::Status CheckShape(const v1::Leave& next) {
  Violations violations;
  CheckPeriod("leave", next.start_date(), next.end_date(), violations);
  if (!next.has_end_date()) violations.Add("leave.end_date", Reason::REQUIRED);
  return violations.ToStatus();
}

// A leave that stands: its id and its days, as text that sorts like them.
struct Absence {
  std::string id;
  std::string first;
  std::string last;
};
using AbsencesByPerson = std::map<std::string, std::vector<Absence>>;

Absence AbsenceOf(const v1::Leave& row) {
  return {std::string(IdOf(row.name())), DayText(*ToCivilDay(row.start_date())),
          DayText(*ToCivilDay(row.end_date()))};
}

absl::StatusOr<AbsencesByPerson> LoadAbsences(db::Transaction& tx, const std::string& directorate,
                                              absl::Span<const std::string> people) {
  AbsencesByPerson absences;
  RETURN_IF_ERROR(ForEachChunk(people, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {directorate};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx.Query(absl::StrCat("SELECT staff_member_id, leave_id, start_date, end_date"
                                           " FROM staff_leave WHERE directorate_id = ?"
                                           " AND staff_member_id IN (",
                                           ids.marks, ") ORDER BY staff_member_id, start_date"),
                              params));
    for (const db::Row row : rows) {
      absences[row.Text(0)].push_back({row.Text(1), row.Text(2), row.Text(3)});
    }
    return absl::OkStatus();
  }));
  return absences;
}

// Refuses a leave that shares a day with another one, else lets it stand for the rows after it.
void Place(RowWrite<v1::Leave>& row, std::vector<Absence>& absences) {
  const Absence next = AbsenceOf(*row.next);
  for (Absence& other : absences) {
    if (other.id == next.id || other.last < next.first || other.first > next.last) continue;
    row.refusal =
        InvalidField("leave.start_date", Reason::OVERLAP,
                     {{"name", absl::StrCat(ParentOf(row.next->name()), "/leaves/", other.id)}});
    return;
  }
  std::erase_if(absences, [&](const Absence& other) { return other.id == next.id; });
  absences.push_back(next);
}

// The people are locked, so that their other leaves stay as they are.
absl::Status CheckOverlaps(db::Transaction& tx, const WriteScope& scope,
                           absl::Span<RowWrite<v1::Leave>> batch) {
  std::vector<std::string> people;
  for (const RowWrite<v1::Leave>& row : batch) {
    people.emplace_back(IdOf(ParentOf(row.next->name())));
  }
  ASSIGN_OR_RETURN(const auto found, LockPeople(tx, scope.directorate, people));
  ASSIGN_OR_RETURN(AbsencesByPerson absences, LoadAbsences(tx, scope.directorate, people));
  for (size_t i = 0; i < batch.size(); ++i) {
    RowWrite<v1::Leave>& row = batch[i];
    if (row.refused()) continue;
    if (found.count(people[i]) > 0) {
      Place(row, absences[people[i]]);
    } else {
      row.refusal = NotFound(ParentOf(row.next->name()));
    }
  }
  return absl::OkStatus();
}

RecordRules<v1::Leave> MakeRules() {
  RecordRules<v1::Leave> rules;
  rules.field = "leave";
  rules.check = [](const v1::Leave*, v1::Leave& next) { return CheckShape(next); };
  rules.check_stored = &CheckOverlaps;
  return rules;
}

}  // namespace

const resource::Table<v1::Leave>& Leaves() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::Leave> table("staff_leave",
                                      {
                                          EnumName("kind").Filterable().Sortable(),
                                          DateColumn("start_date").Filterable().Sortable(),
                                          DateColumn("end_date").Filterable().Sortable(),
                                      });
  return table;
}

const RecordRules<v1::Leave>& LeaveRules() {
  static const RecordRules<v1::Leave> rules = MakeRules();
  return rules;
}

absl::StatusOr<v1::Leave> GetLeave(Call& call, const v1::GetLeaveRequest& request) {
  return standard::Get(call, Leaves(), request);
}

absl::StatusOr<v1::ListLeavesResponse> ListLeaves(Call& call,
                                                  const v1::ListLeavesRequest& request) {
  return standard::List<v1::ListLeavesResponse>(call, Leaves(), request);
}

absl::StatusOr<v1::Leave> CreateLeave(Call& call, const v1::CreateLeaveRequest& request) {
  return standard::Create(call, Leaves(), request,
                          HooksOf(LeaveRules(), request.parent(), request.leave()));
}

absl::StatusOr<v1::Leave> UpdateLeave(Call& call, const v1::UpdateLeaveRequest& request) {
  const v1::Leave& row = request.leave();
  return standard::Update(call, Leaves(), request,
                          HooksOf(LeaveRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteLeave(Call& call,
                                                    const v1::DeleteLeaveRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, Leaves(), request,
                                                   HooksOf(LeaveRules(), request.name()));
}

}  // namespace mudiriya::staffing
