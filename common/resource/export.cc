#include "common/resource/export.h"

#include <memory>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "common/db/connection.h"
#include "common/resource/field_behavior.h"
#include "common/resource/field_holder.h"
#include "common/resource/field_value.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "common/text/csv_writer.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Rows at a time: a piece of some hundred kilobytes.
constexpr int32_t kRowsPerPiece = 1000;

// As people write it: 17 for 17.0, all digits where there are some.
std::string NumberText(double number) {
  std::string text = absl::StrCat(number);
  double back = 0;
  if (absl::SimpleAtod(text, &back) && back == number) return text;
  return absl::StrFormat("%.17g", number);
}

// `a; b` of a repeated field of text or enums.
std::string Elements(const Message& holder, const FieldDescriptor* leaf) {
  const auto& reflection = *holder.GetReflection();
  std::vector<std::string> parts;
  for (int i = 0; i < reflection.FieldSize(holder, leaf); ++i) {
    parts.push_back(leaf->cpp_type() == FieldDescriptor::CPPTYPE_ENUM
                        ? reflection.GetRepeatedEnum(holder, leaf, i)->name()
                        : reflection.GetRepeatedString(holder, leaf, i));
  }
  return absl::StrJoin(parts, "; ");
}

std::string ValueText(const db::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* integer = std::get_if<int64_t>(&value)) return absl::StrCat(*integer);
  if (const auto* number = std::get_if<double>(&value)) return NumberText(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return "";
}

std::string CellOf(const StoredField& field, const Message& row) {
  const Message* holder = Holder(field, row);
  if (holder == nullptr) return "";
  const FieldDescriptor* leaf = field.leaf();
  const bool listed = leaf->is_repeated() && !leaf->is_map() &&
                      (leaf->cpp_type() == FieldDescriptor::CPPTYPE_STRING ||
                       leaf->cpp_type() == FieldDescriptor::CPPTYPE_ENUM);
  if (listed) return Elements(*holder, leaf);
  if (field.column.kind() == ColumnKind::kReference) {
    return holder->GetReflection()->GetString(*holder, leaf);
  }
  const bool unspecified = field.column.kind() == ColumnKind::kEnumName && !IsSet(*holder, leaf);
  if (unspecified) return "";
  const db::Value value = ReadField(field, row);
  if (field.column.kind() != ColumnKind::kTimestamp) return ValueText(value);
  // RFC 3339, which RunImport reads: the column's own form has neither T nor zone.
  std::string text = ValueText(value);
  const size_t space = text.find(' ');
  if (space != text.npos) text[space] = 'T';
  return text.empty() ? text : text + "Z";
}

void WriteHeader(const TableShape& shape, text::CsvWriter& writer) {
  writer.Cell("name");
  for (const StoredField& field : shape.fields) {
    if (!field.is_search()) writer.Cell(field.column.path());
  }
  writer.EndRow();
}

void WriteRow(const TableShape& shape, const Message& row, text::CsvWriter& writer) {
  writer.Cell(row.GetReflection()->GetString(row, shape.name));
  for (const StoredField& field : shape.fields) {
    if (!field.is_search()) writer.Cell(CellOf(field, row));
  }
  writer.EndRow();
}

}  // namespace

absl::StatusOr<ResourceName> ParentOfExport(const TableCore& table, absl::string_view parent) {
  const ResourcePattern whole = table.pattern().Parent();
  ResourcePattern pattern = whole;
  for (;;) {
    if (pattern.Matches(parent, /*allow_any=*/true)) {
      ASSIGN_OR_RETURN(const ResourceName given, pattern.ParseParent(parent));
      std::vector<std::string> ids = given.ids();
      ids.resize(whole.variables().size(), std::string(kAny));
      return whole.Make(std::move(ids));
    }
    if (pattern.collections().size() == 1) break;
    pattern = pattern.Parent();
  }
  return InvalidField("parent", Reason::INVALID_NAME, {{"pattern", whole.text()}});
}

absl::StatusOr<ExportPiece> ExportRows(Call& call, const TableCore& table, ListQuery query,
                                       absl::string_view cursor) {
  const TableShape& shape = table.shape();
  query.page_size = kRowsPerPiece;
  query.page_token = std::string(cursor);
  return call.db().ReadOne([&](db::Transaction& tx) -> absl::StatusOr<ExportPiece> {
    std::vector<std::unique_ptr<Message>> rows;
    ExportPiece piece;
    RETURN_IF_ERROR(table.ListInto(
        tx, query, [&] { return rows.emplace_back(shape.prototype->New()).get(); },
        &piece.next_cursor));
    text::CsvWriterOptions options;
    options.byte_order_mark = cursor.empty();
    text::CsvWriter writer(&piece.csv, options);
    if (cursor.empty()) WriteHeader(shape, writer);
    for (const auto& row : rows) WriteRow(shape, *row, writer);
    return piece;
  });
}

}  // namespace mudiriya::resource
