#ifndef MUDIRIYA_COMMON_RESOURCE_IMPORT_H_
#define MUDIRIYA_COMMON_RESOURCE_IMPORT_H_

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "common/call/call.h"
#include "common/resource/import_core.h"
#include "common/resource/table.h"

// Import of tables of text, once for every resource:
//
//   absl::StatusOr<ImportRowsResponse> ImportRows(Call& call, const ImportRowsRequest& request) {
//     if (request.resource_type() == Areas().resource_type()) {
//       ImportHooks<Area> hooks;
//       hooks.each_row = [&call](const Area&) { return AreaHooks(call); };
//       return RunImport<ImportRowsResponse>(call, Areas(), request, hooks);
//     }
//     …
namespace mudiriya::resource {

// A row as hooks see it.
template <typename M>
class ImportRow {
 public:
  explicit ImportRow(ImportRowState* state) : state_(state) {}

  // The stored resource; null if the row creates one (or the transaction is not open yet).
  const M* old() const { return static_cast<const M*>(state_->old.get()); }
  // What is to be stored. Before the transaction: what the file gives.
  M& next() const { return static_cast<M&>(*state_->next); }
  // Keeps the row from being stored, for this reason; only in the hooks before the write. The
  // others go on. Fields of violations may begin with the resource's, `area.code`.
  void Reject(absl::Status why) const { state_->status = std::move(why); }
  bool rejected() const { return !state_->status.ok(); }

 private:
  ImportRowState* state_;
};

// What a resource adds to an import. Any may be empty. Rows are those not rejected so far that
// would change something. An error returned (not given to Reject) ends the import with nothing
// written.
template <typename M>
struct ImportHooks {
  using Rows = absl::Span<const ImportRow<M>>;

  // The id of a row where the file has no column for it, e.g. made of what the row says; its error
  // rejects the row.
  std::function<absl::StatusOr<std::string>(const M& row)> id_of;
  // Fills in fields of stored resources that no column holds, so that a row can be compared.
  std::function<absl::Status(db::Transaction&, absl::Span<M* const> stored)> complete;

  // Fast: the rows of a batch (at most 512) together. Rows of one file see nothing of one another
  // in before_write.
  std::function<absl::Status(Call&, Rows)> before_transaction;
  std::function<absl::Status(db::Transaction&, Rows)> before_write;
  std::function<absl::Status(db::Transaction&, Rows)> after_write;

  // Or one by one, with the hooks that a standard write of this row has: each row sees the ones
  // before it. An error of these hooks rejects the row.
  std::function<Hooks<M>(const M& row)> each_row;
};

template <typename M>
AnyImportHooks Untyped(const ImportHooks<M>& hooks);

// Imports `request.csv`: see the messages of mudiriya.type.v1 and ImportRowsRequest. Everything in
// one transaction, through RunWrite, so that a request id is answered once; a dry run does all of
// it and rolls back. Titles are matched without regard to case and Arabic spelling. A cell that is
// mapped and empty clears its field; fields without a column keep their value. A reference may be
// given by its id alone. A stored resource that the row does not change is not written.
//
// Returns INVALID_ARGUMENT if the file as a whole cannot be read or mapped. Rows that cannot be
// stored are REJECTED with their problems in the caller's language, and hold no other back.
template <typename Response, typename M, typename Request>
absl::StatusOr<Response> RunImport(Call& call, const Table<M>& table, const Request& request,
                                   const ImportHooks<M>& hooks = {}) {
  ImportSpec spec;
  spec.parent = request.parent();
  spec.csv = request.csv();
  spec.mappings = &request.header_mappings();
  spec.dry_run = request.dry_run();
  spec.first_row = request.first_row();
  spec.all_outcomes = request.all_outcomes();
  Response response;
  const auto answer = [](ImportResult result, google::protobuf::Message& message) {
    auto& out = static_cast<Response&>(message);
    out.set_created_count(result.created);
    out.set_updated_count(result.updated);
    out.set_unchanged_count(result.unchanged);
    out.set_rejected_count(result.rejected);
    for (RowOutcome& outcome : result.outcomes) *out.add_outcomes() = std::move(outcome);
  };
  absl::Status status =
      ImportMessages(call, table, request, spec, Untyped(hooks), answer, response);
  if (!status.ok()) return status;
  return response;
}

template <typename M>
AnyImportHooks Untyped(const ImportHooks<M>& hooks) {
  using google::protobuf::Message;
  const auto typed = [](absl::Span<ImportRowState* const> states) {
    std::vector<ImportRow<M>> rows;
    for (ImportRowState* state : states) rows.emplace_back(state);
    return rows;
  };
  AnyImportHooks out;
  if (hooks.id_of) {
    out.id_of = [&hooks](const Message& row) { return hooks.id_of(static_cast<const M&>(row)); };
  }
  if (hooks.complete) {
    out.complete = [&hooks](db::Transaction& tx, absl::Span<Message* const> stored) {
      std::vector<M*> rows;
      for (Message* row : stored) rows.push_back(static_cast<M*>(row));
      return hooks.complete(tx, rows);
    };
  }
  if (hooks.before_transaction) {
    out.before_transaction = [&hooks, typed](Call& call, ImportStates states) {
      return hooks.before_transaction(call, typed(states));
    };
  }
  if (hooks.before_write) {
    out.before_write = [&hooks, typed](db::Transaction& tx, ImportStates states) {
      return hooks.before_write(tx, typed(states));
    };
  }
  if (hooks.after_write) {
    out.after_write = [&hooks, typed](db::Transaction& tx, ImportStates states) {
      return hooks.after_write(tx, typed(states));
    };
  }
  if (hooks.each_row) {
    out.each_row = [&hooks](const Message& row) {
      // Untyped keeps a reference to the typed hooks, so they live as long as it.
      auto typed_hooks =
          std::make_shared<const Hooks<M>>(hooks.each_row(static_cast<const M&>(row)));
      return RowHooks{Untyped(*typed_hooks), typed_hooks};
    };
  }
  return out;
}

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_IMPORT_H_
