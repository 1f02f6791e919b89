#include "common/text/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <utility>

#include "common/text/search_fold.h"
#include "common/text/utf8.h"

namespace mudiriya::text {
namespace {

// Collects the folded characters, with one space between words.
class Folded {
 public:
  explicit Folded(size_t capacity) { text_.reserve(capacity); }

  void Add(char32_t folded) {
    if (folded == kDropped) return;
    if (folded == kSpace) {
      space_pending_ = !text_.empty();
      return;
    }
    if (space_pending_) text_.push_back(' ');
    space_pending_ = false;
    AppendUtf8(folded, &text_);
  }

  std::string Take() { return std::move(text_); }

 private:
  std::string text_;
  bool space_pending_ = false;
};

// Whether `c` is folded by the tables alone.
bool HasTable(char32_t c) { return c < 0x80 || (c >> 8) == (kArabicBlock >> 8); }

char32_t FoldByTable(char32_t c) {
  return c < 0x80 ? kAsciiFold[c] : kArabicFold[c - kArabicBlock];
}

// Letters of Latin alphabets that do not decompose; null for all others.
const char* SpeltOut(char32_t c) {
  switch (c) {
    case U'œ':
      return "oe";
    case U'æ':
      return "ae";
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'þ':
      return "th";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    default:
      return nullptr;
  }
}

// Quotation marks and modifier letters that transliterations write for hamza and ayn.
bool IsApostrophe(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201B || (c >= 0x02B9 && c <= 0x02BF);
}

// Accents and diacritics. Combining classes up to 9 are nuktas and viramas: parts of a letter.
bool IsAccent(char32_t c) { return u_getCombiningClass(static_cast<UChar32>(c)) > 9; }

bool IsSeparator(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_P_MASK | U_GC_Z_MASK | U_GC_S_MASK)) != 0;
}

void AddForeign(char32_t c, Folded* folded) {
  if (HasTable(c)) {
    folded->Add(FoldByTable(c));
  } else if (const char* letters = SpeltOut(c)) {
    for (; *letters != '\0'; ++letters) folded->Add(static_cast<unsigned char>(*letters));
  } else if (IsSeparator(c) && !IsApostrophe(c)) {
    folded->Add(kSpace);
  } else if (!IsApostrophe(c) && !IsAccent(c) && !IsControlCharacter(c)) {
    folded->Add(c);
  }
}

icu::UnicodeString ScalarsOf(absl::string_view utf8) {
  icu::UnicodeString scalars;
  for (size_t offset = 0; offset < utf8.size();) {
    const char32_t c = NextCodePoint(utf8, &offset);
    if (c != kMalformed) scalars.append(static_cast<UChar32>(c));
  }
  return scalars;
}

// Compatibility caseless matching of Unicode (section 3.13, D146), then the tables. Default
// ignorable characters (joiners, bidi marks, soft hyphens) go with NFKC_Casefold.
std::string NormalizeForeign(absl::string_view utf8) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(error);
  if (U_FAILURE(error)) return std::string(utf8);  // ICU without its data: compare as it stands
  const icu::UnicodeString text =
      decompose->normalize(casefold->normalize(ScalarsOf(utf8), error), error);
  Folded folded(utf8.size());
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    AddForeign(static_cast<char32_t>(text.char32At(i)), &folded);
  }
  return folded.Take();
}

}  // namespace

std::string NormalizeForSearch(absl::string_view utf8) {
  Folded folded(utf8.size());
  for (size_t offset = 0; offset < utf8.size();) {
    const char32_t c = NextCodePoint(utf8, &offset);
    if (!HasTable(c)) return NormalizeForeign(utf8);
    folded.Add(FoldByTable(c));
  }
  return folded.Take();
}

}  // namespace mudiriya::text
