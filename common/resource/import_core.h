#ifndef MUDIRIYA_COMMON_RESOURCE_IMPORT_CORE_H_
#define MUDIRIYA_COMMON_RESOURCE_IMPORT_CORE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "common/resource/hooks.h"
#include "common/resource/table_core.h"
#include "google/protobuf/message.h"
#include "google/protobuf/repeated_field.h"
#include "mudiriya/type/v1/tabular.pb.h"

// Import over any message; import.h gives it its types and says what it does.
namespace mudiriya::resource {

using type::v1::ColumnMapping;
using type::v1::RowOutcome;

// The most that one request brings; a larger file is sent in parts (see ImportSpec::first_row).
inline constexpr size_t kMaxCsvBytes = 8 << 20;

// What to import.
struct ImportSpec {
  std::string parent;     // `directorates/homs`
  absl::string_view csv;  // header row first
  const google::protobuf::RepeatedPtrField<ColumnMapping>* mappings = nullptr;
  bool dry_run = false;
  int64_t first_row = 0;  // line in the whole file of the first row after the header; 0: 2
  bool all_outcomes = false;
};

struct ImportResult {
  std::vector<RowOutcome> outcomes;
  int64_t created = 0;
  int64_t updated = 0;
  int64_t unchanged = 0;
  int64_t rejected = 0;
};

// A row on its way.
struct ImportRowState {
  int64_t number = 0;
  ResourceName name;
  // What the file gives; the same in each attempt of the transaction.
  std::unique_ptr<google::protobuf::Message> given;
  // What was wrong with it before the transaction.
  absl::Status given_status;

  // Of the present attempt.
  std::unique_ptr<google::protobuf::Message> old;
  std::unique_ptr<google::protobuf::Message> next;
  absl::Status status;
  RowOutcome::Outcome outcome = RowOutcome::OUTCOME_UNSPECIFIED;
};
using ImportStates = absl::Span<ImportRowState* const>;

// The hooks of one row's write, and what they refer to.
struct RowHooks {
  MessageHooks hooks;
  std::shared_ptr<const void> owner;
};

// ImportHooks without the type.
struct AnyImportHooks {
  using Message = google::protobuf::Message;

  std::function<absl::StatusOr<std::string>(const Message&)> id_of;
  std::function<absl::Status(db::Transaction&, absl::Span<Message* const>)> complete;
  std::function<absl::Status(Call&, ImportStates)> before_transaction;
  std::function<absl::Status(db::Transaction&, ImportStates)> before_write;
  std::function<absl::Status(db::Transaction&, ImportStates)> after_write;
  std::function<RowHooks(const Message&)> each_row;
};

using ImportAnswer = absl::FunctionRef<void(ImportResult, google::protobuf::Message&)>;

// `answer` puts the result into `response`, which is what a request id is answered with. Returns
// RESOURCE_EXHAUSTED TOO_LARGE for more than kMaxCsvBytes, and what RunImport says.
absl::Status ImportMessages(Call& call, const TableCore& table,
                            const google::protobuf::Message& request, const ImportSpec& spec,
                            const AnyImportHooks& hooks, ImportAnswer answer,
                            google::protobuf::Message& response);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_IMPORT_CORE_H_
