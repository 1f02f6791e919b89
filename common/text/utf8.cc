#include "common/text/utf8.h"

#include <cstdint>
#include <cstring>

namespace mudiriya::text {
namespace {

// How many bytes follow a lead byte, and the range that the first of them must be in: the narrower
// ranges shut out overlong forms, surrogates and what lies beyond U+10FFFF (Unicode, table 3-7).
struct Lead {
  int following;
  uint8_t low;
  uint8_t high;
};

Lead LeadOf(uint8_t byte) {
  if (byte < 0xC2) return {-1, 0, 0};
  if (byte < 0xE0) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte < 0xF0) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte < 0xF4) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {-1, 0, 0};
}

bool IsAsciiBlock(const char* bytes) {
  uint64_t block;
  std::memcpy(&block, bytes, sizeof(block));
  return (block & 0x8080808080808080ULL) == 0;
}

bool PassesAsLineBreak(char32_t c) { return c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

char32_t NextCodePoint(absl::string_view text, size_t* offset) {
  const uint8_t first = static_cast<uint8_t>(text[(*offset)++]);
  if (first < 0x80) return first;
  Lead lead = LeadOf(first);
  if (lead.following < 0) return kMalformed;
  char32_t code_point = first & (0x3F >> lead.following);
  for (int i = 0; i < lead.following; ++i) {
    const uint8_t byte = *offset < text.size() ? static_cast<uint8_t>(text[*offset]) : 0;
    if (byte < lead.low || byte > lead.high) return kMalformed;
    code_point = (code_point << 6) | (byte & 0x3F);
    lead.low = 0x80;
    lead.high = 0xBF;
    ++*offset;
  }
  return code_point;
}

void AppendUtf8(char32_t c, std::string* out) {
  const auto tail = [&](int shift) {
    out->push_back(static_cast<char>(0x80 | ((c >> shift) & 0x3F)));
  };
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xC0 | (c >> 6)));
    tail(0);
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | (c >> 12)));
    tail(6);
    tail(0);
  } else {
    out->push_back(static_cast<char>(0xF0 | (c >> 18)));
    tail(12);
    tail(6);
    tail(0);
  }
}

bool IsValidUtf8(absl::string_view text) {
  size_t offset = 0;
  while (offset < text.size()) {
    if (offset + 8 <= text.size() && IsAsciiBlock(text.data() + offset)) {
      offset += 8;
    } else if (NextCodePoint(text, &offset) == kMalformed) {
      return false;
    }
  }
  return true;
}

bool IsControlCharacter(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
  if (c == 0x2028 || c == 0x2029) return true;
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

bool IsBidiCharacter(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string WithoutBidiCharacters(absl::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) {
    const size_t start = offset;
    if (!IsBidiCharacter(NextCodePoint(text, &offset))) {
      kept.append(text.data() + start, offset - start);
    }
  }
  return kept;
}

std::optional<TextFault> FindTextFault(absl::string_view text, LineBreaks line_breaks) {
  size_t position = 1;
  for (size_t offset = 0; offset < text.size(); ++position) {
    const size_t start = offset;
    const char32_t c = NextCodePoint(text, &offset);
    if (c == kMalformed) return TextFault{TextFault::Kind::kMalformed, c, start, position};
    if (IsBidiCharacter(c)) return TextFault{TextFault::Kind::kBidi, c, start, position};
    if (!IsControlCharacter(c)) continue;
    if (line_breaks == LineBreaks::kAllowed && PassesAsLineBreak(c)) continue;
    return TextFault{TextFault::Kind::kControl, c, start, position};
  }
  return std::nullopt;
}

}  // namespace mudiriya::text
