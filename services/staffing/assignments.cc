#include "services/staffing/assignments.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/assignment_shares.h"
#include "services/staffing/common_rules.h"
#include "services/staffing/dates.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

// The registry's; said here because nothing else of departments is linked into this service.
constexpr absl::string_view kDepartment =
    "directorates/{directorate}/facilities/{facility}/departments/{department}";

using google::protobuf::FieldMask;

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

RecordRules<v1::Assignment> MakeRules() {
  RecordRules<v1::Assignment> rules;
  rules.field = "assignment";
  rules.places = [](const v1::Assignment& row, const FieldMask& mask, PlaceReferences& references) {
    if (Writes(mask, "facility")) references.Add("assignment.facility", row.facility());
    if (Writes(mask, "department")) references.Add("assignment.department", row.department());
  };
  rules.check = [](const v1::Assignment*, v1::Assignment& next) { return CheckShape(next); };
  rules.check_stored = &CheckPeople;
  rules.touch = &TouchPairs<v1::Assignment>;
  return rules;
}

}  // namespace

const resource::Table<v1::Assignment>& Assignments() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::Assignment> table("assignment",
                                           {
                                               Reference("facility").Filterable().Sortable(),
                                               Reference("department", kDepartment).Filterable(),
                                               Reference("cadre").Filterable().Sortable(),
                                               Number("fte").Filterable().Sortable(),
                                               DateColumn("start_date").Filterable().Sortable(),
                                               DateColumn("end_date").Filterable().Sortable(),
                                               EnumName("kind").Filterable().Sortable(),
                                           });
  return table;
}

const RecordRules<v1::Assignment>& AssignmentRules() {
  static const RecordRules<v1::Assignment> rules = MakeRules();
  return rules;
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
                          HooksOf(AssignmentRules(), request.parent(), request.assignment()));
}

absl::StatusOr<v1::Assignment> UpdateAssignment(Call& call,
                                                const v1::UpdateAssignmentRequest& request) {
  const v1::Assignment& row = request.assignment();
  return standard::Update(call, Assignments(), request,
                          HooksOf(AssignmentRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteAssignment(
    Call& call, const v1::DeleteAssignmentRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, Assignments(), request,
                                                   HooksOf(AssignmentRules(), request.name()));
}

}  // namespace mudiriya::staffing
