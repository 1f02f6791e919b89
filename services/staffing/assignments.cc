#include "services/staffing/assignments.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/cadres.h"
#include "services/staffing/dates.h"
#include "services/staffing/fte.h"
#include "services/staffing/levels.h"
#include "services/staffing/row_id.h"
#include "services/staffing/staff_members.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using google::protobuf::FieldMask;
using resource::Hooks;
namespace standard = resource::standard;

// What is wrong with the assignment by itself.
absl::Status CheckShape(const v1::Assignment& next) {
  Violations violations;
  CheckPeriod("assignment", next.start_date(), next.end_date(), violations);
  const std::string inside = absl::StrCat(next.facility(), "/");
  if (!next.department().empty() && !absl::StartsWith(next.department(), inside)) {
    violations.Add("assignment.department", Reason::MISMATCH, {{"expected", next.facility()}});
  }
  return violations.ToStatus();
}

std::optional<absl::CivilDay> DayOf(const db::Row& row, size_t column) {
  absl::CivilDay day;
  if (row.IsNull(column) || !absl::ParseCivilTime(row.Text(column), &day)) return std::nullopt;
  return day;
}

// The person's other assignments that share a day with this one.
absl::StatusOr<std::vector<Stint>> OtherStints(db::Transaction& tx,
                                               const resource::ResourceName& name,
                                               const Stint& next) {
  const std::string last = next.last ? DayText(*next.last) : "9999-12-31";
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query("SELECT fte, start_date, end_date FROM assignment"
               " WHERE directorate_id = ? AND staff_member_id = ?"
               " AND assignment_id <> ? AND start_date <= ?"
               " AND (end_date IS NULL OR end_date >= ?)",
               {{name.ids()[0], name.ids()[1], name.ids()[2], last, DayText(next.first)}}));
  std::vector<Stint> stints;
  for (const db::Row row : rows)
    stints.push_back({row.Double(0), DayOf(row, 1).value_or(absl::CivilDay()), DayOf(row, 2)});
  return stints;
}

// Returns FAILED_PRECONDITION (FTE_OVER_ONE) with the first day on which the person's shares would
// exceed 1. The person's row is locked, so the others stay as they are.
absl::Status CheckFte(db::Transaction& tx, const v1::Assignment& next) {
  ASSIGN_OR_RETURN(const resource::ResourceName name,
                   Assignments().pattern().ParseName(next.name()));
  const Stint stint{next.fte(), *ToCivilDay(next.start_date()), ToCivilDay(next.end_date())};
  ASSIGN_OR_RETURN(std::vector<Stint> stints, OtherStints(tx, name, stint));
  stints.push_back(stint);
  const std::optional<FteExcess> excess = FirstExcess(stints);
  if (!excess) return absl::OkStatus();
  return Error(Reason::FTE_OVER_ONE, {{"date", DayText(excess->day)}, {"total", excess->total}});
}

absl::Status CheckAssignment(db::Transaction& tx, const v1::Assignment* old, v1::Assignment& next) {
  RETURN_IF_ERROR(CheckShape(next));
  const std::string person = ParentOf(next.name());
  ASSIGN_OR_RETURN(const std::string cadre, LockPerson(tx, person));
  next.set_cadre(old != nullptr ? old->cadre()
                                : Cadres().pattern().Format(
                                      {std::string(resource::DirectorateOf(person)), cadre}));
  return CheckFte(tx, next);
}

// The rules of a write; `row` and `mask` are those of the request.
Hooks<v1::Assignment> RulesOf(absl::string_view name, const v1::Assignment& row,
                              const FieldMask& mask) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  if (Writes(mask, "facility")) scope->references.Add("assignment.facility", row.facility());
  if (Writes(mask, "department")) scope->references.Add("assignment.department", row.department());
  Hooks<v1::Assignment> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_write = &CheckAssignment;
  hooks.after_write = [scope](db::Transaction& tx, const v1::Assignment* old,
                              const v1::Assignment* next) {
    const v1::Assignment& row = next != nullptr ? *next : *old;
    const LevelKey key{std::string(IdOf(row.facility())), std::string(IdOf(row.cadre()))};
    return RefreshLevels(tx, scope->directorate, {key}, scope->today);
  };
  return hooks;
}

}  // namespace

const resource::Table<v1::Assignment>& Assignments() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::Assignment> table("assignment",
                                           {
                                               Reference("facility").Filterable().Sortable(),
                                               Reference("department").Filterable(),
                                               Reference("cadre").Filterable().Sortable(),
                                               Number("fte").Filterable().Sortable(),
                                               DateColumn("start_date").Filterable().Sortable(),
                                               DateColumn("end_date").Filterable().Sortable(),
                                               EnumName("kind").Filterable().Sortable(),
                                           });
  return table;
}

absl::StatusOr<v1::Assignment> GetAssignment(Call& call, const v1::GetAssignmentRequest& request) {
  return standard::Get(call, Assignments(), request);
}

absl::StatusOr<v1::ListAssignmentsResponse> ListAssignments(
    Call& call, const v1::ListAssignmentsRequest& request) {
  return standard::List<v1::ListAssignmentsResponse>(call, Assignments(), request);
}

absl::StatusOr<v1::Assignment> CreateAssignment(Call& call,
                                                const v1::CreateAssignmentRequest& request) {
  return standard::Create(call, Assignments(), request,
                          RulesOf(request.parent(), request.assignment(), AllFields()));
}

absl::StatusOr<v1::Assignment> UpdateAssignment(Call& call,
                                                const v1::UpdateAssignmentRequest& request) {
  const v1::Assignment& row = request.assignment();
  return standard::Update(call, Assignments(), request,
                          RulesOf(row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteAssignment(
    Call& call, const v1::DeleteAssignmentRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, Assignments(), request,
                                                   RulesOf(request.name(), {}, AllFields()));
}

}  // namespace mudiriya::staffing
