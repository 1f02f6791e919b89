#include "common/resource/filter_value.h"

#include <cmath>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "common/resource/field_value.h"
#include "common/resource/json_value.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "common/text/digits.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::FieldDescriptor;

absl::Status Refused(Reason reason, const Arguments& arguments = {}) {
  return InvalidField("filter", reason, arguments);
}

absl::StatusOr<double> NumberValue(absl::string_view text) {
  double number = 0;
  if (!absl::SimpleAtod(text::ToAsciiDigits(text), &number) || !std::isfinite(number)) {
    return Refused(Reason::NOT_A_NUMBER);
  }
  return number;
}

absl::StatusOr<db::Value> IntegerValue(absl::string_view text) {
  int64_t integer = 0;
  if (absl::SimpleAtoi(text::ToAsciiDigits(text), &integer)) return integer;
  ASSIGN_OR_RETURN(double number, NumberValue(text));
  return number;
}

absl::StatusOr<db::Value> BoolValue(absl::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return Refused(Reason::UNKNOWN_VALUE, {{"allowed", "true, false"}});
}

absl::StatusOr<std::string> EnumValue(const google::protobuf::EnumDescriptor& type,
                                      absl::string_view text) {
  if (type.FindValueByName(std::string(text)) != nullptr) return std::string(text);
  std::vector<absl::string_view> names;
  for (int i = 0; i < type.value_count(); ++i) names.push_back(type.value(i)->name());
  return Refused(Reason::UNKNOWN_VALUE, {{"allowed", absl::StrJoin(names, ", ")}});
}

absl::StatusOr<db::Value> DateValue(absl::string_view text) {
  absl::CivilDay day;
  if (!absl::ParseCivilTime(text::ToAsciiDigits(text), &day) || day.year() < 0 ||
      day.year() > 9999) {
    return Refused(Reason::INVALID_DATE);
  }
  return absl::FormatCivilTime(day);
}

absl::StatusOr<db::Value> TimeValue(absl::string_view text) {
  absl::Time time;
  std::string error;
  if (absl::ParseTime(absl::RFC3339_full, text, &time, &error)) return TimeText(time);
  ASSIGN_OR_RETURN(db::Value day, DateValue(text));
  return absl::StrCat(std::get<std::string>(day), " 00:00:00.000000");
}

// A whole name, or the id alone where the referred resource lies right below the directorate.
absl::StatusOr<db::Value> ReferenceValue(const StoredField& field, absl::string_view text) {
  const auto name = field.pattern->ParseName(text);
  if (name.ok()) return absl::StrJoin(name->ids().begin() + 1, name->ids().end(), "/");
  if (IsValidId(text) && field.pattern->variables().size() == 2) return std::string(text);
  return Refused(Reason::INVALID_NAME, {{"pattern", field.pattern->text()}});
}

}  // namespace

absl::StatusOr<db::Value> FilterValue(const ListField& field, const FilterToken& token) {
  switch (field.kind) {
    case ColumnKind::kNumber:
      return NumberValue(token.text);
    case ColumnKind::kInteger:
      return IntegerValue(token.text);
    case ColumnKind::kBool:
      return BoolValue(token.text);
    case ColumnKind::kEnumName:
      return EnumValue(*field.field->leaf()->enum_type(), token.text);
    case ColumnKind::kTimestamp:
      return TimeValue(token.text);
    case ColumnKind::kDate:
      return DateValue(token.text);
    case ColumnKind::kReference:
      return ReferenceValue(*field.field, token.text);
    default:
      return token.text;
  }
}

absl::StatusOr<std::string> FilterElement(const ListField& field, const FilterToken& token) {
  const FieldDescriptor& leaf = *field.field->leaf();
  switch (leaf.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      return JsonQuote(token.text);
    case FieldDescriptor::CPPTYPE_ENUM: {
      ASSIGN_OR_RETURN(std::string name, EnumValue(*leaf.enum_type(), token.text));
      return JsonQuote(name);
    }
    case FieldDescriptor::CPPTYPE_BOOL: {
      ASSIGN_OR_RETURN(db::Value flag, BoolValue(token.text));
      return std::get<bool>(flag) ? "true" : "false";
    }
    default: {
      ASSIGN_OR_RETURN(double number, NumberValue(token.text));
      const bool in_quotes = leaf.cpp_type() == FieldDescriptor::CPPTYPE_INT64 ||
                             leaf.cpp_type() == FieldDescriptor::CPPTYPE_UINT64;
      return in_quotes ? JsonQuote(absl::StrCat(number)) : absl::StrCat(number);
    }
  }
}

std::string LikePattern(absl::string_view text, bool open_front, bool open_back) {
  return absl::StrCat(open_front ? "%" : "",
                      absl::StrReplaceAll(text, {{"|", "||"}, {"%", "|%"}, {"_", "|_"}}),
                      open_back ? "%" : "");
}

}  // namespace mudiriya::resource
