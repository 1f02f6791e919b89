#include "common/resource/change_rows.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/resource/digest.h"
#include "common/resource/field_value.h"

namespace mudiriya::resource {
namespace {

enum Cell : size_t {
  kEntryId,
  kSequence,
  kBatch,
  kResource,
  kResourceType,
  kKind,
  kChangedPaths,
  kCaller,
  kMethod,
  kRequestId,
  kChangeTime,
};

}  // namespace

type::v1::Change ReadChange(const db::Row& row) {
  type::v1::Change change;
  change.set_sequence(row.Int64(kSequence));
  change.set_batch(row.Int64(kBatch));
  change.set_resource(row.Text(kResource));
  change.set_resource_type(row.Text(kResourceType));
  type::v1::Change::Kind kind = type::v1::Change::KIND_UNSPECIFIED;
  type::v1::Change::Kind_Parse(row.Text(kKind), &kind);
  change.set_kind(kind);
  for (absl::string_view path : absl::StrSplit(row.Text(kChangedPaths), ',', absl::SkipEmpty())) {
    change.add_changed_paths(std::string(path));
  }
  change.set_caller(row.Text(kCaller));
  change.set_method(row.Text(kMethod));
  change.set_request_id(row.Text(kRequestId));
  static const auto* const time = type::v1::Change::descriptor()->FindFieldByName("change_time");
  SetTimestampText(row.Cell(kChangeTime), change, time);
  return change;
}

void AppendSealedText(const db::Row& row, int64_t sequence, std::string* text) {
  AppendFramed(absl::StrCat(row.Int64(kEntryId)), text);
  AppendFramed(absl::StrCat(sequence), text);
  for (size_t cell = kResource; cell <= kChangeTime; ++cell) AppendFramed(row.Text(cell), text);
}

}  // namespace mudiriya::resource
