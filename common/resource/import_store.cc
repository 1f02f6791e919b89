#include "common/resource/import_store.h"

#include <algorithm>
#include <utility>

#include "absl/types/span.h"
#include "common/resource/batch.h"
#include "common/resource/copy_field.h"
#include "common/resource/field_value.h"
#include "common/resource/import_reject.h"
#include "common/resource/table_rows.h"
#include "common/resource/validate.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Message;

class Store {
 public:
  Store(db::Transaction& tx, const TableCore& table, const AnyImportHooks& hooks,
        const ChangeOrigin& origin, const ImportFile& file)
      : tx_(tx), table_(table), hooks_(hooks), origin_(origin), file_(file) {}

  absl::Status Run(absl::Span<ImportRowState> rows, absl::Span<const RowHooks> row_hooks) {
    while (!rows.empty()) {
      const size_t size = std::min(rows.size(), kMaxBatchRows);
      RETURN_IF_ERROR(RunBatch(rows.first(size), row_hooks.subspan(0, size)));
      rows.remove_prefix(size);
      row_hooks.remove_prefix(std::min(row_hooks.size(), size));
    }
    return absl::OkStatus();
  }

 private:
  absl::Status RunBatch(absl::Span<ImportRowState> rows, absl::Span<const RowHooks> row_hooks) {
    RETURN_IF_ERROR(LoadStored(rows));
    for (ImportRowState& row : rows) {
      if (row.status.ok()) row.status = Compare(row);
    }
    stored_.clear();
    RETURN_IF_ERROR(row_hooks.empty() ? StoreTogether(rows) : StoreOneByOne(rows, row_hooks));
    return LogStored();
  }

  absl::Status LoadStored(absl::Span<ImportRowState> rows) {
    std::vector<ResourceName> names;
    std::vector<ImportRowState*> named;
    for (ImportRowState& row : rows) {
      row.status = row.given_status;
      row.old.reset();
      row.next.reset();
      row.outcome = RowOutcome::OUTCOME_UNSPECIFIED;
      if (!row.status.ok()) continue;
      names.push_back(row.name);
      named.push_back(&row);
    }
    RETURN_IF_ERROR(table_.GetManyInto(tx_, names, Lock::kForUpdate, [&](size_t i) {
      named[i]->old.reset(named[i]->given->New());
      return named[i]->old.get();
    }));
    if (!hooks_.complete) return absl::OkStatus();
    std::vector<Message*> found;
    for (ImportRowState* row : named) {
      if (row->old != nullptr) found.push_back(row->old.get());
    }
    return hooks_.complete(tx_, found);
  }

  // What the row comes to, and whether it may.
  absl::Status Compare(ImportRowState& row) const {
    const TableShape& shape = table_.shape();
    row.next.reset(row.given->New());
    if (row.old == nullptr) {
      row.next->CopyFrom(*row.given);
      row.outcome = RowOutcome::CREATED;
    } else {
      if (shape.delete_time != nullptr &&
          row.old->GetReflection()->HasField(*row.old, shape.delete_time)) {
        return Error(Reason::DELETED, {{"name", row.name.text()}});
      }
      row.next->CopyFrom(*row.old);
      for (const ImportColumn& column : file_.columns) {
        if (column.target == ImportColumn::Target::kField) {
          CopyField(column.field.path, *row.given, *row.next);
        }
      }
      row.outcome = IsUnchanged(row) ? RowOutcome::UNCHANGED : RowOutcome::UPDATED;
      if (row.outcome == RowOutcome::UNCHANGED) return absl::OkStatus();
    }
    return CheckValues(row);
  }

  bool IsUnchanged(const ImportRowState& row) const {
    if (row.old->SerializeAsString() == row.next->SerializeAsString()) return true;
    // Fields that no column holds count only where a hook has filled them in.
    return !hooks_.complete && table_.ChangedPaths(*row.old, *row.next).empty();
  }

  absl::Status CheckValues(const ImportRowState& row) const {
    Violations violations = Validate(*row.next, table_.rules());
    violations.Merge("", CheckReferences(table_.shape(), *row.next, row.name.directorate(), ""));
    if (row.old != nullptr) {
      for (const StoredField& field : table_.shape().fields) {
        if (!field.immutable || field.is_search()) continue;
        if (ReadField(field, *row.old) != ReadField(field, *row.next)) {
          violations.Add(field.column.path(), Reason::IMMUTABLE_FIELD);
        }
      }
    }
    return violations.ToStatus();
  }

  static bool IsToBeStored(const ImportRowState& row) {
    return row.status.ok() && row.outcome != RowOutcome::UNCHANGED;
  }

  absl::Status StoreTogether(absl::Span<ImportRowState> rows) {
    std::vector<ImportRowState*> changed;
    for (ImportRowState& row : rows) {
      if (IsToBeStored(row)) changed.push_back(&row);
    }
    if (hooks_.before_write && !changed.empty()) {
      RETURN_IF_ERROR(hooks_.before_write(tx_, changed));
    }
    std::vector<ImportRowState*> created;
    std::vector<ImportRowState*> updated;
    for (ImportRowState* row : changed) {
      if (row->status.ok()) (row->old == nullptr ? created : updated).push_back(row);
    }
    RETURN_IF_ERROR(StoreAll(created));
    RETURN_IF_ERROR(StoreAll(updated));
    for (ImportRowState* row : changed) {
      if (row->status.ok()) stored_.push_back(row);
    }
    if (!hooks_.after_write || stored_.empty()) return absl::OkStatus();
    return hooks_.after_write(tx_, stored_);
  }

  // Rows that are all created or all updated, in statements of one of few sizes.
  absl::Status StoreAll(absl::Span<ImportRowState* const> rows) {
    while (!rows.empty()) {
      const size_t size = BatchSize(rows.size(), table_.stored_columns());
      RETURN_IF_ERROR(StoreStatement(rows.first(size)));
      rows.remove_prefix(size);
    }
    return absl::OkStatus();
  }

  // A statement that fails stores nothing; its halves find out which row is to blame.
  absl::Status StoreStatement(absl::Span<ImportRowState* const> rows) {
    const absl::Status status = TryStore(rows);
    if (status.ok()) return status;
    if (!IsRowsOwnFault(tx_, status)) return status;
    if (rows.size() == 1) {
      rows[0]->status = status;
      return absl::OkStatus();
    }
    RETURN_IF_ERROR(StoreAll(rows.first(rows.size() / 2)));
    return StoreAll(rows.subspan(rows.size() / 2));
  }

  absl::Status TryStore(absl::Span<ImportRowState* const> rows) {
    std::vector<Message*> messages;
    for (ImportRowState* row : rows) {
      messages.push_back(row->next.get());
      // An attempt that failed has raised the version already.
      if (row->old != nullptr) {
        SetVersion(table_.shape(), VersionOf(table_.shape(), *row->old), *row->next);
      }
    }
    return rows[0]->old == nullptr ? table_.InsertMessages(tx_, messages, origin_.time)
                                   : table_.UpdateMessages(tx_, messages, origin_.time);
  }

  absl::Status StoreOneByOne(absl::Span<ImportRowState> rows,
                             absl::Span<const RowHooks> row_hooks) {
    for (size_t i = 0; i < rows.size(); ++i) {
      ImportRowState& row = rows[i];
      if (!IsToBeStored(row)) continue;
      RETURN_IF_ERROR(tx_.Savepoint());
      row.status = StoreOne(row, row_hooks[i].hooks);
      if (row.status.ok()) {
        stored_.push_back(&row);
        continue;
      }
      if (!IsRowsOwnFault(tx_, row.status)) return row.status;
      RETURN_IF_ERROR(tx_.RollbackToSavepoint());
    }
    return absl::OkStatus();
  }

  absl::Status StoreOne(ImportRowState& row, const MessageHooks& hooks) {
    Message& next = *row.next;
    if (hooks.before_write) RETURN_IF_ERROR(hooks.before_write(tx_, row.old.get(), next));
    RETURN_IF_ERROR(row.old == nullptr ? table_.InsertMessage(tx_, next, origin_.time)
                                       : table_.UpdateMessage(tx_, *row.old, next, origin_.time));
    return hooks.after_write ? hooks.after_write(tx_, row.old.get(), &next) : absl::OkStatus();
  }

  absl::Status LogStored() {
    std::vector<ChangeEntry> entries;
    entries.reserve(stored_.size());
    for (const ImportRowState* row : stored_) {
      ChangeEntry& entry = entries.emplace_back();
      entry.resource = row->name.text();
      entry.kind = row->old == nullptr ? Change::CREATED : Change::UPDATED;
      if (row->old != nullptr) entry.paths = table_.ChangedPaths(*row->old, *row->next);
    }
    return AppendChanges(tx_, origin_, table_.resource_type(), entries);
  }

  db::Transaction& tx_;
  const TableCore& table_;
  const AnyImportHooks& hooks_;
  const ChangeOrigin& origin_;
  const ImportFile& file_;
  std::vector<ImportRowState*> stored_;  // of the present batch
};

}  // namespace

absl::Status StoreRows(db::Transaction& tx, const TableCore& table, const AnyImportHooks& hooks,
                       const std::vector<RowHooks>& row_hooks, const ChangeOrigin& origin,
                       ImportFile& file) {
  return Store(tx, table, hooks, origin, file).Run(absl::MakeSpan(file.rows), row_hooks);
}

}  // namespace mudiriya::resource
