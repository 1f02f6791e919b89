#include "common/text/search_fold.h"

#include <utility>

namespace mudiriya::text {
namespace {

constexpr std::array<char16_t, 128> MakeAsciiFold() {
  std::array<char16_t, 128> fold{};
  for (char16_t c = 0x20; c < 0x7F; ++c) fold[c] = kSpace;
  for (char16_t c = u'\t'; c <= u'\r'; ++c) fold[c] = kSpace;
  for (char16_t c = u'0'; c <= u'9'; ++c) fold[c] = c;
  for (char16_t c = u'a'; c <= u'z'; ++c) fold[c] = fold[c - u'a' + u'A'] = c;
  fold[u'\''] = fold[u'`'] = kDropped;  // Ma'arrat and Maarrat are one name
  return fold;
}

struct Range {
  char16_t first;
  char16_t last;
};

// Number signs, Quranic annotation, tatweel, diacritics (hamza above and below among them), the
// letter mark, superscript alef, high hamza.
constexpr Range kDroppedRanges[] = {{0x0600, 0x0605}, {0x0610, 0x061A}, {0x061C, 0x061C},
                                    {0x0640, 0x0640}, {0x064B, 0x065F}, {0x0670, 0x0670},
                                    {0x0674, 0x0674}, {0x06D6, 0x06ED}};

// Punctuation and signs.
constexpr Range kSpaceRanges[] = {{0x0606, 0x060F}, {0x061B, 0x061B}, {0x061D, 0x061F},
                                  {0x066A, 0x066D}, {0x06D4, 0x06D4}, {0x06FD, 0x06FE}};

// Letters written for one another. Those with a canonical decomposition go where the decomposition
// goes once its mark is dropped, so that both spellings of a letter meet.
constexpr std::pair<char16_t, char16_t> kLetters[] = {
    {u'آ', u'ا'}, {u'أ', u'ا'}, {u'إ', u'ا'}, {u'ٱ', u'ا'}, {u'ٲ', u'ا'}, {u'ٳ', u'ا'},
    {u'ٵ', u'ا'}, {u'ؤ', u'و'}, {u'ٶ', u'و'}, {u'ٷ', u'ۇ'}, {u'ئ', u'ي'}, {u'ى', u'ي'},
    {u'ٸ', u'ي'}, {u'ی', u'ي'}, {u'ې', u'ي'}, {u'ے', u'ي'}, {u'ۓ', u'ي'}, {u'ة', u'ه'},
    {u'ھ', u'ه'}, {u'ۀ', u'ه'}, {u'ہ', u'ه'}, {u'ۂ', u'ه'}, {u'ۃ', u'ه'}, {u'ە', u'ه'},
    {u'ک', u'ك'}, {u'ڪ', u'ك'},
};

constexpr std::array<char16_t, 256> MakeArabicFold() {
  std::array<char16_t, 256> fold{};
  for (int i = 0; i < 256; ++i) fold[i] = static_cast<char16_t>(kArabicBlock + i);
  for (const Range& range : kDroppedRanges) {
    for (char16_t c = range.first; c <= range.last; ++c) fold[c - kArabicBlock] = kDropped;
  }
  for (const Range& range : kSpaceRanges) {
    for (char16_t c = range.first; c <= range.last; ++c) fold[c - kArabicBlock] = kSpace;
  }
  for (const auto& [from, to] : kLetters) fold[from - kArabicBlock] = to;
  for (char16_t digit = 0; digit < 10; ++digit) {
    fold[u'٠' - kArabicBlock + digit] = fold[u'۰' - kArabicBlock + digit] = u'0' + digit;
  }
  return fold;
}

}  // namespace

constexpr std::array<char16_t, 128> kAsciiFold = MakeAsciiFold();
constexpr std::array<char16_t, 256> kArabicFold = MakeArabicFold();

}  // namespace mudiriya::text
