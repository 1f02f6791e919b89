#ifndef MUDIRIYA_SERVICES_STAFFING_RECORD_RULES_H_
#define MUDIRIYA_SERVICES_STAFFING_RECORD_RULES_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "common/resource/hooks.h"
#include "common/resource/import.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "services/staffing/references.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {

// A row that is about to be written.
template <typename M>
struct RowWrite {
  const M* old = nullptr;  // null: it comes to exist
  M* next = nullptr;
  absl::Status refusal;  // why it must not be written; set by the rules

  // Whether a rule has refused it already.
  bool refused() const { return !refusal.ok(); }
};

// A row that has been written.
template <typename M>
struct RowChange {
  const M* old = nullptr;   // null: it came to exist
  const M* next = nullptr;  // null: it was removed

  // The row as it is, or as it was.
  const M& either() const { return next != nullptr ? *next : *old; }
};

// The rules of a resource, said once for writes of one row and for imports of many. All but `field`
// may be left empty. Rules look at many rows together, so that an import asks the database a few
// questions for 512 rows; a single write is a batch of one.
template <typename M>
struct RecordRules {
  using Batch = absl::Span<RowWrite<M>>;
  using Changes = absl::Span<const RowChange<M>>;

  // The resource's field in requests, e.g. "workload"; what field paths of errors begin with.
  std::string field;

  // The id that follows from the row; every row then must have that.
  std::function<std::string(const M&)> id_of;

  // Before the transaction: more that the write needs to know.
  std::function<absl::Status(Call&, WriteScope&)> prepare;

  // The registry's resources named in fields that the mask writes.
  std::function<void(const M&, const google::protobuf::FieldMask&, PlaceReferences&)> places;

  // What the row alone tells; may fill in output fields.
  std::function<absl::Status(const M* old, M& next)> check;

  // What takes other records to tell; refuses rows one by one. An error ends the whole write. Runs
  // again if the transaction does.
  std::function<absl::Status(db::Transaction&, WriteScope&, Batch)> check_stored;

  // Whether the row may be deleted.
  std::function<absl::Status(db::Transaction&, const WriteScope&, const M&)> check_delete;

  // Once rows are written: what has to be stored besides.
  std::function<absl::Status(db::Transaction&, const WriteScope&, Changes)> store;

  // Whose levels follow from rows that were written.
  std::function<absl::Status(db::Transaction&, const WriteScope&, Changes, Touched&)> touch;

  // Applies the rules to a batch.
  absl::Status Judge(db::Transaction& tx, WriteScope& scope, Batch batch) const {
    for (RowWrite<M>& row : batch) {
      if (id_of && row.old == nullptr) {
        row.refusal = CheckRowId(field + ".name", IdOf(row.next->name()), id_of(*row.next));
      }
      if (!row.refused() && check) row.refusal = check(row.old, *row.next);
    }
    return check_stored ? check_stored(tx, scope, batch) : absl::OkStatus();
  }

  // What follows from rows that were written.
  absl::Status Follow(db::Transaction& tx, const WriteScope& scope, Changes changes) const {
    if (store) RETURN_IF_ERROR(store(tx, scope, changes));
    if (!touch) return absl::OkStatus();
    Touched touched;
    RETURN_IF_ERROR(touch(tx, scope, changes, touched));
    return Refresh(tx, scope, touched);
  }
};

// The hooks of a single write of a resource of this name, or below this parent. `row` and `mask`
// are the request's. The rules outlive the hooks.
template <typename M>
resource::Hooks<M> HooksOf(const RecordRules<M>& rules, absl::string_view name, const M& row = {},
                           const google::protobuf::FieldMask& mask = AllFields()) {
  const auto scope = std::make_shared<WriteScope>();
  const auto references = std::make_shared<PlaceReferences>();
  if (rules.places) rules.places(row, mask, *references);
  resource::Hooks<M> hooks;
  hooks.before_transaction =
      [&rules, scope, references,
       directorate = std::string(resource::DirectorateOf(name))](Call& call) -> absl::Status {
    ASSIGN_OR_RETURN(*scope, OpenScope(call, directorate));
    if (rules.prepare) RETURN_IF_ERROR(rules.prepare(call, *scope));
    ASSIGN_OR_RETURN(const std::vector<absl::Status> verdicts,
                     CheckPlaces(call, scope->directorate, {*references}));
    return verdicts[0];
  };
  hooks.before_write = [&rules, scope](db::Transaction& tx, const M* old, M& next) -> absl::Status {
    RowWrite<M> write{old, &next, absl::OkStatus()};
    RETURN_IF_ERROR(rules.Judge(tx, *scope, absl::MakeSpan(&write, 1)));
    return write.refusal;
  };
  if (rules.check_delete) {
    hooks.before_delete = [&rules, scope](db::Transaction& tx, const M& old) {
      return rules.check_delete(tx, *scope, old);
    };
  }
  hooks.after_write = [&rules, scope](db::Transaction& tx, const M* old, const M* next) {
    const RowChange<M> change{old, next};
    return rules.Follow(tx, *scope, absl::MakeConstSpan(&change, 1));
  };
  return hooks;
}

// The hooks of an import into the directorate of this id.
template <typename M>
resource::ImportHooks<M> ImportHooksOf(const RecordRules<M>& rules, absl::string_view directorate) {
  using Rows = typename resource::ImportHooks<M>::Rows;
  const auto scope = std::make_shared<WriteScope>();
  resource::ImportHooks<M> hooks;
  if (rules.id_of) {
    hooks.id_of = [&rules](const M& row) -> absl::StatusOr<std::string> {
      return rules.id_of(row);
    };
  }
  hooks.before_transaction = [&rules, scope, directorate = std::string(directorate)](
                                 Call& call, Rows rows) -> absl::Status {
    if (scope->directorate.empty()) {
      ASSIGN_OR_RETURN(*scope, OpenScope(call, directorate));
      if (rules.prepare) RETURN_IF_ERROR(rules.prepare(call, *scope));
    }
    if (!rules.places) return absl::OkStatus();
    std::vector<PlaceReferences> references(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
      rules.places(rows[i].next(), AllFields(), references[i]);
    }
    ASSIGN_OR_RETURN(const std::vector<absl::Status> verdicts,
                     CheckPlaces(call, scope->directorate, references));
    for (size_t i = 0; i < rows.size(); ++i) {
      if (!verdicts[i].ok()) rows[i].Reject(verdicts[i]);
    }
    return absl::OkStatus();
  };
  hooks.before_write = [&rules, scope](db::Transaction& tx, Rows rows) -> absl::Status {
    std::vector<RowWrite<M>> writes;
    for (const auto& row : rows) writes.push_back({row.old(), &row.next(), absl::OkStatus()});
    RETURN_IF_ERROR(rules.Judge(tx, *scope, absl::MakeSpan(writes)));
    for (size_t i = 0; i < rows.size(); ++i) {
      if (writes[i].refused()) rows[i].Reject(writes[i].refusal);
    }
    return absl::OkStatus();
  };
  hooks.after_write = [&rules, scope](db::Transaction& tx, Rows rows) {
    std::vector<RowChange<M>> changes;
    for (const auto& row : rows) changes.push_back({row.old(), &row.next()});
    return rules.Follow(tx, *scope, changes);
  };
  return hooks;
}

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_RECORD_RULES_H_
