// How many columns of a terminal a text takes.
#ifndef MUDIRIYA_COMMON_TEXT_DISPLAY_WIDTH_H_
#define MUDIRIYA_COMMON_TEXT_DISPLAY_WIDTH_H_

#include <string>

#include "absl/strings/string_view.h"

namespace mudiriya::text {

// The columns of one character: 0 for combining marks, controls and format characters, 2 for wide
// East Asian ones and emoji, 1 otherwise. Malformed bytes show as one replacement character.
int CharacterWidth(char32_t code_point);

// The columns that a terminal moves its cursor by when it prints `text`. Terminals keep one cell a
// letter even where they draw lam-alef as one shape, so لا takes 2; the presentation form ﻻ
// takes 1.
int DisplayWidth(absl::string_view text);

// `text` with spaces after (PadEnd) or before (PadStart) it up to `width` columns; longer text is
// returned as it is.
std::string PadEnd(absl::string_view text, int width);
std::string PadStart(absl::string_view text, int width);

// `text` if it takes at most `width` (≥ 1) columns, else its beginning and "…", never parting a
// letter from its marks.
std::string Truncate(absl::string_view text, int width);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_DISPLAY_WIDTH_H_
