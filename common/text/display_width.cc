#include "common/text/display_width.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "common/text/utf8.h"

namespace mudiriya::text {
namespace {

constexpr char32_t kSoftHyphen = 0x00AD;
constexpr uint32_t kWidthless =
    U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;

// Format characters that are drawn: Arabic number signs enclose the digits after them.
bool IsVisibleFormat(char32_t c) {
  return c == kSoftHyphen || (c >= 0x0600 && c <= 0x0605) || c == 0x06DD;
}

// Vowels and finals of decomposed Hangul, drawn into the cell of the consonant before them.
bool IsHangulTail(char32_t c) { return c >= 0x1160 && c <= 0x11FF; }

std::string Spaces(int count) { return std::string(static_cast<size_t>(std::max(count, 0)), ' '); }

}  // namespace

int CharacterWidth(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  if (c == kMalformed || IsVisibleFormat(c)) return 1;
  const auto code_point = static_cast<UChar32>(c);
  if ((U_GET_GC_MASK(code_point) & kWidthless) != 0 || IsHangulTail(c)) return 0;
  const int east_asian = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

int DisplayWidth(absl::string_view text) {
  int width = 0;
  for (size_t offset = 0; offset < text.size();)
    width += CharacterWidth(NextCodePoint(text, &offset));
  return width;
}

std::string PadEnd(absl::string_view text, int width) {
  return absl::StrCat(text, Spaces(width - DisplayWidth(text)));
}

std::string PadStart(absl::string_view text, int width) {
  return absl::StrCat(Spaces(width - DisplayWidth(text)), text);
}

std::string Truncate(absl::string_view text, int width) {
  if (DisplayWidth(text) <= width) return std::string(text);
  int used = 0;
  size_t kept = 0;
  for (size_t offset = 0; offset < text.size(); kept = offset) {
    used += CharacterWidth(NextCodePoint(text, &offset));
    if (used > width - 1) break;
  }
  return absl::StrCat(text.substr(0, kept), "…");
}

}  // namespace mudiriya::text
