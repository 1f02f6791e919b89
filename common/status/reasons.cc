#include "common/status/reasons.h"

#include <algorithm>
#include <cstddef>

namespace mudiriya {
namespace {

struct Entry {
  absl::string_view name;
  absl::StatusCode code;
  absl::string_view english;
  absl::string_view arabic;
  absl::string_view french;
};

constexpr Entry kTable[] = {
#define MUDIRIYA_REASON(name, code, english, arabic, french) \
  {#name, absl::StatusCode::code, english, arabic, french},
#include "common/status/reason_table.inc"
#undef MUDIRIYA_REASON
};

constexpr Reason kReasons[] = {
#define MUDIRIYA_REASON(name, code, english, arabic, french) Reason::name,
#include "common/status/reason_table.inc"
#undef MUDIRIYA_REASON
};

const Entry& EntryOf(Reason reason) { return kTable[static_cast<size_t>(reason)]; }

absl::string_view ValueOf(const Arguments& arguments, absl::string_view key) {
  for (const Argument& argument : arguments) {
    if (argument.key == key) return argument.value;
  }
  return "…";
}

// Calls `literal` for each stretch of plain text and `placeholder` for each {name}.
template <typename Literal, typename Placeholder>
void Scan(absl::string_view text, Literal literal, Placeholder placeholder) {
  while (!text.empty()) {
    const size_t open = text.find('{');
    const size_t close = text.find('}', open == text.npos ? text.size() : open);
    if (close == text.npos) break;
    literal(text.substr(0, open));
    placeholder(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
  literal(text);
}

}  // namespace

absl::Span<const Reason> AllReasons() { return kReasons; }

absl::string_view ReasonName(Reason reason) { return EntryOf(reason).name; }

std::optional<Reason> ParseReason(absl::string_view name) {
  const auto* found = std::find_if(std::begin(kTable), std::end(kTable),
                                   [&](const Entry& entry) { return entry.name == name; });
  if (found == std::end(kTable)) return std::nullopt;
  return kReasons[found - std::begin(kTable)];
}

absl::StatusCode ReasonCode(Reason reason) { return EntryOf(reason).code; }

absl::string_view ReasonTemplate(Reason reason, Language language) {
  const Entry& entry = EntryOf(reason);
  switch (language) {
    case Language::kArabic:
      return entry.arabic;
    case Language::kFrench:
      return entry.french;
    case Language::kEnglish:
      break;
  }
  return entry.english;
}

std::string RenderReason(Reason reason, const Arguments& arguments, Language language) {
  std::string text;
  Scan(
      ReasonTemplate(reason, language),
      [&](absl::string_view literal) { absl::StrAppend(&text, literal); },
      [&](absl::string_view key) { absl::StrAppend(&text, ValueOf(arguments, key)); });
  return text;
}

std::vector<std::string> Placeholders(absl::string_view text) {
  std::vector<std::string> names;
  Scan(
      text, [](absl::string_view) {}, [&](absl::string_view key) { names.emplace_back(key); });
  return names;
}

}  // namespace mudiriya
