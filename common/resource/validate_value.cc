#include "common/resource/validate_value.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"
#include "common/text/utf8.h"
#include "google/protobuf/timestamp.pb.h"
#include "google/type/date.pb.h"
#include "google/type/latlng.pb.h"
#include "mudiriya/type/v1/localized_text.pb.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Message;

// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, the bounds of google.protobuf.Timestamp.
constexpr int64_t kFirstSecond = -62'135'596'800;
constexpr int64_t kLastSecond = 253'402'300'799;

size_t CodePoints(absl::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

// A bound as people write it: 10000000000, not 1e+10.
std::string Plain(double bound) { return absl::StrFormat("%.15g", bound); }

Reason ReasonOf(text::TextFault::Kind kind) {
  switch (kind) {
    case text::TextFault::Kind::kMalformed:
      return Reason::INVALID_UTF8;
    case text::TextFault::Kind::kControl:
      return Reason::CONTROL_CHARACTER;
    case text::TextFault::Kind::kBidi:
      return Reason::DIRECTION_CHARACTER;
  }
  return Reason::CONTROL_CHARACTER;
}

// A name of a resource whose pattern this program does not know.
bool IsSomeName(absl::string_view name, bool any_id_allowed) {
  const std::vector<absl::string_view> parts = absl::StrSplit(name, '/');
  if (parts.size() < 2 || parts[0] != "directorates") return false;
  for (size_t i = 0; i < parts.size(); ++i) {
    const bool any = any_id_allowed && parts[i] == kAny;
    if (i % 2 == 1 ? !any && !IsValidId(parts[i]) : parts[i].empty()) return false;
  }
  return true;
}

std::optional<Fault> CheckReference(const FieldRules& rules, const std::string& name) {
  if (rules.reference.has_value()) {
    if (rules.reference->Matches(name, rules.any_id_allowed)) return std::nullopt;
    return Fault{Reason::INVALID_NAME, {{"pattern", rules.reference->text()}}};
  }
  if (IsSomeName(name, rules.any_id_allowed)) return std::nullopt;
  return Fault{Reason::INVALID_NAME, {{"pattern", "directorates/{directorate}/…"}}};
}

std::optional<Fault> CheckLength(const FieldRules& rules, absl::string_view text) {
  // Bytes are never fewer than characters, so most texts need no counting.
  if (text.size() <= rules.max_length && rules.min_length <= 1) return std::nullopt;
  const size_t length = CodePoints(text);
  if (length > rules.max_length) return Fault{Reason::TOO_LONG, {{"max", rules.max_length}}};
  if (length < rules.min_length) return Fault{Reason::TOO_SHORT, {{"min", rules.min_length}}};
  return std::nullopt;
}

std::optional<Fault> CheckPlace(const google::type::LatLng& place) {
  if (!(std::abs(place.latitude()) <= 90)) {
    return Fault{Reason::OUT_OF_RANGE, {{"min", -90}, {"max", 90}}};
  }
  if (!(std::abs(place.longitude()) <= 180)) {
    return Fault{Reason::OUT_OF_RANGE, {{"min", -180}, {"max", 180}}};
  }
  return std::nullopt;
}

bool IsDay(const google::type::Date& date) {
  const absl::CivilDay day(date.year(), date.month(), date.day());
  return date.year() >= 1 && date.year() <= 9999 && day.year() == date.year() &&
         day.month() == date.month() && day.day() == date.day();
}

}  // namespace

std::optional<Fault> CheckText(const FieldRules& rules, const std::string& text) {
  const auto breaks = rules.multiline ? text::LineBreaks::kAllowed : text::LineBreaks::kRefused;
  if (const auto fault = text::FindTextFault(text, breaks)) return Fault{ReasonOf(fault->kind), {}};
  if (auto fault = CheckLength(rules, text)) return fault;
  if (rules.pattern != nullptr && !RE2::FullMatch(text, *rules.pattern)) {
    return Fault{Reason::PATTERN, {{"pattern", rules.pattern->pattern()}}};
  }
  return rules.is_reference ? CheckReference(rules, text) : std::nullopt;
}

std::optional<Fault> CheckNumber(const FieldRules& rules, double number) {
  if (!std::isfinite(number)) return Fault{Reason::NOT_A_NUMBER, {}};
  if (!rules.bounded) return std::nullopt;
  const bool outside = (rules.min && number < *rules.min) || (rules.max && number > *rules.max);
  if (outside && rules.min && rules.max) {
    return Fault{Reason::OUT_OF_RANGE, {{"min", Plain(*rules.min)}, {"max", Plain(*rules.max)}}};
  }
  if (outside && rules.min) return Fault{Reason::BELOW_MINIMUM, {{"min", Plain(*rules.min)}}};
  if (outside) return Fault{Reason::ABOVE_MAXIMUM, {{"max", Plain(*rules.max)}}};
  if (rules.above && number <= *rules.above) {
    return Fault{Reason::NOT_GREATER, {{"bound", Plain(*rules.above)}}};
  }
  if (rules.below && number >= *rules.below) {
    return Fault{Reason::NOT_LESS, {{"bound", Plain(*rules.below)}}};
  }
  return std::nullopt;
}

std::optional<Fault> CheckEnum(const FieldRules& rules, int number) {
  const google::protobuf::EnumDescriptor& type = *rules.field->enum_type();
  const bool refused_zero = number == 0 && rules.specified;
  if (!refused_zero && type.FindValueByNumber(number) != nullptr) return std::nullopt;
  std::vector<absl::string_view> names;
  for (int i = 0; i < type.value_count(); ++i) {
    if (type.value(i)->number() != 0) names.push_back(type.value(i)->name());
  }
  return Fault{Reason::UNKNOWN_VALUE, {{"allowed", absl::StrJoin(names, ", ")}}};
}

std::optional<Fault> CheckKnown(KnownMessage known, const Message& message) {
  switch (known) {
    case KnownMessage::kDate: {
      const auto& date = static_cast<const google::type::Date&>(message);
      if (IsEmptyKnown(known, message) || IsDay(date)) return std::nullopt;
      return Fault{Reason::INVALID_DATE, {}};
    }
    case KnownMessage::kTimestamp: {
      const auto& time = static_cast<const google::protobuf::Timestamp&>(message);
      const bool in_bounds = time.seconds() >= kFirstSecond && time.seconds() <= kLastSecond &&
                             time.nanos() >= 0 && time.nanos() < 1'000'000'000;
      if (in_bounds) return std::nullopt;
      return Fault{Reason::INVALID_DATE, {}};
    }
    case KnownMessage::kLatLng:
      return CheckPlace(static_cast<const google::type::LatLng&>(message));
    default:
      return std::nullopt;
  }
}

bool IsEmptyKnown(KnownMessage known, const Message& message) {
  if (known == KnownMessage::kDate) {
    const auto& date = static_cast<const google::type::Date&>(message);
    return date.year() == 0 && date.month() == 0 && date.day() == 0;
  }
  if (known == KnownMessage::kLocalizedText) {
    const auto& text = static_cast<const type::v1::LocalizedText&>(message);
    return text.ar().empty() && text.en().empty() && text.fr().empty();
  }
  return false;
}

}  // namespace mudiriya::resource
