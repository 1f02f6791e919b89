#include "common/resource/import_reject.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "common/status/errors.h"
#include "common/status/localize.h"
#include "common/status/violations.h"

namespace mudiriya::resource {
namespace {

using type::v1::RowProblem;

// `staff_member` for the message StaffMember: the field of requests that hold one.
std::string RequestField(const TableCore& table) {
  std::string out;
  for (const char c : table.shape().prototype->GetDescriptor()->name()) {
    if (absl::ascii_isupper(c) && !out.empty()) out += '_';
    out += absl::ascii_tolower(c);
  }
  return out;
}

// The column that fills the field, or the message that it lies in, or a part of it.
std::string TitleOf(const ImportFile& file, absl::string_view field) {
  for (const ImportColumn& column : file.columns) {
    if (column.path == field || absl::StartsWith(field, column.path + ".") ||
        absl::StartsWith(field, column.path + "[")) {
      return column.title;
    }
  }
  const std::string within = absl::StrCat(field, ".");
  for (const ImportColumn& column : file.columns) {
    if (absl::StartsWith(column.path, within)) return column.title;
  }
  return "";
}

void AddProblem(const ImportFile& file, absl::string_view field, Reason reason,
                absl::string_view message, RowOutcome& outcome) {
  RowProblem& problem = *outcome.add_problems();
  problem.set_field(std::string(field));
  problem.set_column(TitleOf(file, field));
  problem.set_reason(std::string(ReasonName(reason)));
  problem.set_message(std::string(message));
}

void AddProblems(const ImportRowState& row, const TableCore& table, const ImportFile& file,
                 Language language, RowOutcome& outcome) {
  const std::string prefix = absl::StrCat(RequestField(table), ".");
  const Violations violations = Violations::FromStatus(row.status);
  for (const Violation& violation : violations.entries()) {
    AddProblem(file, absl::StripPrefix(violation.field, prefix), violation.reason,
               RenderReason(violation.reason, violation.arguments, language), outcome);
  }
  if (!violations.empty()) return;
  AddProblem(file, ArgumentOf(row.status, "field"), ReasonOf(row.status).value_or(Reason::INTERNAL),
             MessageIn(row.status, language), outcome);
}

}  // namespace

bool IsRowsOwnFault(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kNotFound:
    case absl::StatusCode::kAlreadyExists:
    case absl::StatusCode::kFailedPrecondition:
    case absl::StatusCode::kOutOfRange:
    case absl::StatusCode::kPermissionDenied:
      return true;
    default:
      return false;
  }
}

RowOutcome OutcomeOf(const ImportRowState& row, const TableCore& table, const ImportFile& file,
                     Language language) {
  RowOutcome outcome;
  outcome.set_row(row.number);
  outcome.set_resource(row.name.text());
  outcome.set_outcome(row.status.ok() ? row.outcome : RowOutcome::REJECTED);
  if (!row.status.ok()) AddProblems(row, table, file, language, outcome);
  return outcome;
}

}  // namespace mudiriya::resource
