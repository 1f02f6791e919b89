// What each character becomes in the search form. Internal to common/text.
#ifndef MUDIRIYA_COMMON_TEXT_SEARCH_FOLD_H_
#define MUDIRIYA_COMMON_TEXT_SEARCH_FOLD_H_

#include <array>
#include <cstdint>

namespace mudiriya::text {

// Results of a fold that are no character.
inline constexpr char16_t kDropped = 0;
inline constexpr char16_t kSpace = u' ';

inline constexpr char32_t kArabicBlock = 0x0600;  // to 0x06FF

// By code point 0x00–0x7F: lower-case letter, digit, kSpace (punctuation, white space) or kDropped.
extern const std::array<char16_t, 128> kAsciiFold;

// By code point − kArabicBlock.
extern const std::array<char16_t, 256> kArabicFold;

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_SEARCH_FOLD_H_
