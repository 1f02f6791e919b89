// Code points of UTF-8 text, and the characters that a stored name must not hold.
#ifndef MUDIRIYA_COMMON_TEXT_UTF8_H_
#define MUDIRIYA_COMMON_TEXT_UTF8_H_

#include <cstddef>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace mudiriya::text {

// What NextCodePoint gives for bytes that are no code point.
inline constexpr char32_t kMalformed = 0xFFFFFFFF;

// The code point that starts at byte `*offset` (< text.size()); moves `*offset` past it. Bytes that
// are not UTF-8 (overlong, surrogate, beyond U+10FFFF, cut short) give kMalformed and move past the
// longest prefix that could have begun a character, as the Unicode standard recommends.
char32_t NextCodePoint(absl::string_view text, size_t* offset);

// Appends `code_point` (a Unicode scalar value) to `out`.
void AppendUtf8(char32_t code_point, std::string* out);

// Whether all of `text` is UTF-8. Runs at memory speed on ASCII.
bool IsValidUtf8(absl::string_view text);

// Controls (C0, DEL, C1), line and paragraph separators, noncharacters.
bool IsControlCharacter(char32_t code_point);

// Marks, embeddings, overrides and isolates of the bidirectional algorithm: invisible, and able to
// make a text read other than it is stored.
bool IsBidiCharacter(char32_t code_point);

// `text` without its bidi characters; spreadsheets and ICU put them around Arabic numbers and
// dates.
std::string WithoutBidiCharacters(absl::string_view text);

// A character that has no place in a name or a line of text.
struct TextFault {
  enum class Kind {
    kMalformed,  // not UTF-8
    kControl,    // IsControlCharacter
    kBidi,       // IsBidiCharacter
  };
  Kind kind;
  char32_t code_point;  // kMalformed for malformed bytes
  size_t byte_offset;   // 0-based
  size_t position;      // as a person counts: the first character is 1
};

enum class LineBreaks { kRefused, kAllowed };

// The first malformed, control or bidi character of `text`, or nothing. With LineBreaks::kAllowed
// tab, LF and CR pass (text of several lines, such as minutes). ZWJ and ZWNJ always pass: Persian
// and Kurdish names are written with them.
std::optional<TextFault> FindTextFault(absl::string_view text,
                                       LineBreaks line_breaks = LineBreaks::kRefused);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_UTF8_H_
