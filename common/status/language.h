#ifndef MUDIRIYA_COMMON_STATUS_LANGUAGE_H_
#define MUDIRIYA_COMMON_STATUS_LANGUAGE_H_

#include <optional>

#include "absl/strings/string_view.h"

namespace mudiriya {

// The languages that the suite answers in.
enum class Language { kEnglish, kArabic, kFrench };

inline constexpr Language kLanguages[] = {Language::kEnglish, Language::kArabic, Language::kFrench};

// The BCP 47 tag: "en", "ar", "fr".
absl::string_view LanguageTag(Language language);

// The language of a tag, whatever its region or script: "ar-SY" is Arabic. Case does not matter.
// Nothing if the suite does not answer in it.
std::optional<Language> ParseLanguageTag(absl::string_view tag);

// The best of the suite's languages for an Accept-Language header (RFC 9110 §12.5.4), e.g.
// "ar-SY, fr;q=0.8". Of equal weights the first wins, weight 0 excludes. `otherwise` if the header
// is empty, malformed, or names none of the three.
Language ParseAcceptLanguage(absl::string_view header, Language otherwise = Language::kEnglish);

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_STATUS_LANGUAGE_H_
