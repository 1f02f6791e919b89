#include "common/text/slug.h"

#include <algorithm>

#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace mudiriya::text {
namespace {

// How far before the limit a hyphen may stand for the cut to be made there.
constexpr size_t kCutReach = 16;

struct Romanised {
  char32_t letter;
  const char* latin;
};

// The letters that are left after NormalizeForSearch. Hamza is not written.
constexpr Romanised kRomanised[] = {
    {U'ا', "a"},  {U'ب', "b"},  {U'ت', "t"},  {U'ث', "th"}, {U'ج', "j"}, {U'ح', "h"},
    {U'خ', "kh"}, {U'د', "d"},  {U'ذ', "dh"}, {U'ر', "r"},  {U'ز', "z"}, {U'س', "s"},
    {U'ش', "sh"}, {U'ص', "s"},  {U'ض', "d"},  {U'ط', "t"},  {U'ظ', "z"}, {U'ع', "a"},
    {U'غ', "gh"}, {U'ف', "f"},  {U'ق', "q"},  {U'ك', "k"},  {U'ل', "l"}, {U'م', "m"},
    {U'ن', "n"},  {U'ه', "h"},  {U'و', "w"},  {U'ي', "y"},  {U'ء', ""},  {U'پ', "p"},
    {U'چ', "ch"}, {U'ژ', "zh"}, {U'گ', "g"},  {U'ڤ', "v"},  {U'ڨ', "g"}, {U'ڭ', "g"},
};

const char* LatinOf(char32_t letter) {
  const auto* found = std::find_if(std::begin(kRomanised), std::end(kRomanised),
                                   [&](const Romanised& r) { return r.letter == letter; });
  return found == std::end(kRomanised) ? nullptr : found->latin;
}

bool IsIdCharacter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9'); }

void AddHyphen(std::string* slug) {
  if (!slug->empty() && slug->back() != '-') slug->push_back('-');
}

void CutTo(size_t max_length, std::string* slug) {
  if (slug->size() > max_length) {
    const size_t hyphen = slug->rfind('-', max_length);
    const bool near = hyphen != std::string::npos && hyphen + kCutReach >= max_length;
    slug->resize(near && hyphen > 0 ? hyphen : max_length);
  }
  while (!slug->empty() && slug->back() == '-') slug->pop_back();
}

}  // namespace

std::string Slug(absl::string_view name, size_t max_length) {
  const std::string searchable = NormalizeForSearch(name);
  std::string slug;
  for (size_t offset = 0; offset < searchable.size();) {
    const char32_t c = NextCodePoint(searchable, &offset);
    if (IsIdCharacter(c)) {
      slug.push_back(static_cast<char>(c));
    } else if (const char* latin = LatinOf(c)) {
      slug += latin;
    } else {
      AddHyphen(&slug);
    }
  }
  CutTo(std::min(max_length, kMaxSlugLength), &slug);
  return slug;
}

}  // namespace mudiriya::text
