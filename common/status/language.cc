#include "common/status/language.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace mudiriya {
namespace {

// The weight of one element's parameters, 1 when there is none. Anything that is not a weight in
// 0..1 counts as 0, so that a malformed element is passed over.
double Weight(absl::string_view parameters) {
  parameters = absl::StripAsciiWhitespace(parameters);
  if (parameters.empty()) return 1;
  const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(parameters, '=');
  double weight = 0;
  if (!absl::EqualsIgnoreCase(absl::StripAsciiWhitespace(parts.first), "q") ||
      !absl::SimpleAtod(parts.second, &weight)) {
    return 0;
  }
  return weight >= 0 && weight <= 1 ? weight : 0;
}

}  // namespace

absl::string_view LanguageTag(Language language) {
  switch (language) {
    case Language::kArabic:
      return "ar";
    case Language::kFrench:
      return "fr";
    case Language::kEnglish:
      break;
  }
  return "en";
}

std::optional<Language> ParseLanguageTag(absl::string_view tag) {
  tag = absl::StripAsciiWhitespace(tag);
  const absl::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  for (Language language : kLanguages) {
    if (absl::EqualsIgnoreCase(primary, LanguageTag(language))) return language;
  }
  return std::nullopt;
}

Language ParseAcceptLanguage(absl::string_view header, Language otherwise) {
  Language best = otherwise;
  double best_weight = 0;
  for (absl::string_view element : absl::StrSplit(header, ',')) {
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(element, absl::MaxSplits(';', 1));
    const std::optional<Language> language = ParseLanguageTag(parts.first);
    const double weight = Weight(parts.second);
    if (!language.has_value() || weight <= best_weight) continue;
    best = *language;
    best_weight = weight;
  }
  return best;
}

}  // namespace mudiriya
