#include <utility>

#include "absl/strings/str_cat.h"
#include "common/resource/import_core.h"
#include "common/resource/import_reject.h"
#include "common/resource/import_rows.h"
#include "common/resource/import_store.h"
#include "common/resource/request_fields.h"
#include "common/resource/write.h"
#include "common/status/errors.h"
#include "common/status/macros.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Message;

// Makes the hooks of each row, and asks what has to be asked before the transaction.
absl::Status Prepare(Call& call, const AnyImportHooks& hooks, ImportFile& file,
                     std::vector<RowHooks>* row_hooks) {
  std::vector<ImportRowState*> good;
  for (ImportRowState& row : file.rows) {
    if (hooks.each_row) row_hooks->push_back(hooks.each_row(*row.given));
    if (row.given_status.ok()) good.push_back(&row);
    if (!row.given_status.ok() || !hooks.each_row) continue;
    const auto& before = row_hooks->back().hooks.before_transaction;
    if (before) row.given_status = before(call);
    if (!row.given_status.ok() && !IsRowsOwnFault(row.given_status)) return row.given_status;
  }
  if (!hooks.before_transaction) return absl::OkStatus();
  for (ImportRowState* row : good) {
    row->next.reset(row->given->New());
    row->next->CopyFrom(*row->given);
  }
  RETURN_IF_ERROR(hooks.before_transaction(call, good));
  for (ImportRowState* row : good) {
    if (row->given_status.ok()) row->given_status = row->status;
  }
  return absl::OkStatus();
}

void Count(RowOutcome::Outcome outcome, ImportResult& result) {
  switch (outcome) {
    case RowOutcome::CREATED:
      ++result.created;
      return;
    case RowOutcome::UPDATED:
      ++result.updated;
      return;
    case RowOutcome::UNCHANGED:
      ++result.unchanged;
      return;
    default:
      ++result.rejected;
  }
}

ImportResult ResultOf(const ImportFile& file, const TableCore& table, const ImportSpec& spec,
                      Language language) {
  ImportResult result;
  for (const ImportRowState& row : file.rows) {
    const auto outcome = row.status.ok() ? row.outcome : RowOutcome::REJECTED;
    Count(outcome, result);
    if (spec.all_outcomes || outcome == RowOutcome::REJECTED) {
      result.outcomes.push_back(OutcomeOf(row, table, file, language));
    }
  }
  return result;
}

}  // namespace

absl::Status ImportMessages(Call& call, const TableCore& table, const Message& request,
                            const ImportSpec& spec, const AnyImportHooks& hooks,
                            ImportAnswer answer, Message& response) {
  if (spec.csv.size() > kMaxCsvBytes) {
    return Error(Reason::TOO_LARGE, {{"max", absl::StrCat(kMaxCsvBytes >> 20, " MB")}});
  }
  ASSIGN_OR_RETURN(ImportFile file, ReadImportFile(table, spec, hooks));
  std::vector<RowHooks> row_hooks;
  const auto before = [&](Call& call) { return Prepare(call, hooks, file, &row_hooks); };
  const ChangeOrigin origin = OriginOf(call, StringField(request, "request_id"));
  return RunWriteMessage(
      call, request, before,
      [&](db::Transaction& tx, Message& out) -> absl::Status {
        if (spec.dry_run) tx.RollbackOnly();
        RETURN_IF_ERROR(StoreRows(tx, table, hooks, row_hooks, origin, file));
        answer(ResultOf(file, table, spec, call.language()), out);
        return absl::OkStatus();
      },
      response);
}

}  // namespace mudiriya::resource
