#include "common/resource/import_columns.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "common/resource/field_behavior.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "common/text/normalize.h"
#include "common/text/slug.h"
#include "google/api/resource.pb.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

// Why a field's path cannot be filled; nothing if it can.
std::optional<Reason> Resolve(const Descriptor* at, absl::string_view text, FieldPath* path) {
  for (absl::string_view part : absl::StrSplit(text, '.')) {
    const FieldDescriptor* field = at == nullptr ? nullptr : at->FindFieldByName(std::string(part));
    if (field == nullptr) return Reason::UNKNOWN_FIELD;
    const bool given_by_us = path->empty() && (field->name() == "name" || field->name() == "etag");
    if (given_by_us || HasBehavior(*field, google::api::OUTPUT_ONLY)) {
      return Reason::OUTPUT_ONLY_FIELD;
    }
    path->push_back(field);
    const bool has_fields =
        !field->is_repeated() && field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    at = has_fields ? field->message_type() : nullptr;
  }
  return std::nullopt;
}

std::optional<ResourcePattern> ReferenceOf(const FieldDescriptor& leaf) {
  const auto& option = leaf.options().GetExtension(google::api::resource_reference);
  if (option.type().empty()) return std::nullopt;
  auto pattern = ResourcePattern::OfType(option.type());
  if (!pattern.ok()) return std::nullopt;
  return *std::move(pattern);
}

std::string FindTitle(absl::Span<const absl::string_view> titles, absl::string_view wanted,
                      size_t* cell) {
  const std::string normal = text::NormalizeForSearch(wanted);
  for (size_t i = 0; i < titles.size(); ++i) {
    const absl::string_view title = absl::StripAsciiWhitespace(titles[i]);
    // Punctuation alone is no title that could be told from another.
    if (title == wanted || (!normal.empty() && text::NormalizeForSearch(title) == normal)) {
      *cell = i;
      return std::string(title);
    }
  }
  return "";
}

class Matcher {
 public:
  Matcher(const TableCore& table, const ImportSpec& spec, char delimiter)
      : table_(table),
        spec_(spec),
        decimal_mark_(delimiter == ';' ? text::DecimalMark::kComma : text::DecimalMark::kPoint) {}

  absl::StatusOr<std::vector<ImportColumn>> Run(absl::Span<const absl::string_view> titles) {
    if (spec_.mappings == nullptr || spec_.mappings->empty()) {
      MatchByTitle(titles);
    } else {
      MatchByMapping(titles);
    }
    if (!violations_.empty()) return violations_.ToStatus();
    if (columns_.empty()) {
      const absl::string_view first = titles.empty() ? "" : titles.front();
      return InvalidField("csv", Reason::UNMAPPED_COLUMN, {{"column", first}});
    }
    return std::move(columns_);
  }

 private:
  void MatchByTitle(absl::Span<const absl::string_view> titles) {
    for (size_t i = 0; i < titles.size(); ++i) {
      const absl::string_view title = absl::StripAsciiWhitespace(titles[i]);
      ImportColumn column;
      if (Aim(title, &column).has_value()) continue;
      column.cell = i;
      column.title = std::string(title);
      columns_.push_back(std::move(column));
    }
  }

  void MatchByMapping(absl::Span<const absl::string_view> titles) {
    for (int i = 0; i < spec_.mappings->size(); ++i) {
      const ColumnMapping& mapping = spec_.mappings->Get(i);
      const std::string place = absl::StrCat("header_mappings[", i, "]");
      ImportColumn column;
      column.mapping = &mapping;
      if (const auto reason = Aim(mapping.field(), &column)) {
        violations_.Add(place + ".field", *reason, {{"field", mapping.field()}});
      }
      if (mapping.constant().empty()) {
        column.title = FindTitle(titles, mapping.column(), &column.cell);
        if (column.cell == ImportColumn::kConstant) {
          violations_.Add(place + ".column", Reason::MISSING_COLUMN,
                          {{"column", mapping.column()}});
        }
      }
      columns_.push_back(std::move(column));
    }
  }

  std::optional<Reason> Aim(absl::string_view path, ImportColumn* column) {
    column->path = std::string(path);
    if (path == "name") {
      column->target = ImportColumn::Target::kName;
      return std::nullopt;
    }
    // A field comes before a variable of the same name: an assignment's `facility`, say.
    const auto reason =
        Resolve(table_.shape().prototype->GetDescriptor(), path, &column->field.path);
    if (reason == std::nullopt) {
      column->field.reference = ReferenceOf(*column->field.path.back());
      column->field.directorate = std::string(DirectorateOf(spec_.parent));
      column->field.decimal_mark = decimal_mark_;
      return std::nullopt;
    }
    const auto& variables = table_.pattern().variables();
    const auto found = std::find(variables.begin(), variables.end(), path);
    if (found == variables.end()) return reason;
    column->target = ImportColumn::Target::kId;
    column->level = found - variables.begin();
    return std::nullopt;
  }

  const TableCore& table_;
  const ImportSpec& spec_;
  const text::DecimalMark decimal_mark_;
  std::vector<ImportColumn> columns_;
  Violations violations_;
};

absl::StatusOr<std::string> Convert(const ColumnMapping& mapping, std::string value) {
  const auto replaced = mapping.values().find(value);
  if (replaced != mapping.values().end()) value = replaced->second;
  if (value.empty()) return value;
  if (mapping.conversion() == ColumnMapping::SLUG) value = text::Slug(value);
  if (mapping.conversion() == ColumnMapping::INTEGER) {
    const auto integer = text::ParseInteger(value);
    if (!integer.ok()) return InvalidField(mapping.field(), Reason::NOT_A_NUMBER);
    value = absl::StrCat(*integer);
  }
  if (mapping.template_().empty() || value.empty()) return value;
  return absl::StrReplaceAll(mapping.template_(), {{"{}", value}});
}

}  // namespace

absl::StatusOr<std::vector<ImportColumn>> MatchColumns(const TableCore& table,
                                                       const ImportSpec& spec,
                                                       absl::Span<const absl::string_view> titles,
                                                       char delimiter) {
  return Matcher(table, spec, delimiter).Run(titles);
}

absl::StatusOr<std::string> ColumnValue(const ImportColumn& column,
                                        absl::Span<const absl::string_view> cells) {
  if (column.cell == ImportColumn::kConstant) return column.mapping->constant();
  const absl::string_view cell = column.cell < cells.size() ? cells[column.cell] : "";
  std::string value(absl::StripAsciiWhitespace(cell));
  if (column.mapping == nullptr) return value;
  return Convert(*column.mapping, std::move(value));
}

}  // namespace mudiriya::resource
