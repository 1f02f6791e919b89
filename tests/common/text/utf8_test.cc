#include "common/text/utf8.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

const std::vector<std::string>& Malformed() {
  static const auto* const malformed = new std::vector<std::string>{
      "\x80",              // continuation without a lead
      "\xBF",              //
      "\xC0\xAF",          // overlong /
      "\xC1\xBF",          //
      "\xE0\x80\xAF",      //
      "\xE0\x9F\xBF",      //
      "\xF0\x80\x80\xAF",  //
      "\xF0\x8F\xBF\xBF",  //
      "\xED\xA0\x80",      // surrogates
      "\xED\xBF\xBF",      //
      "\xF4\x90\x80\x80",  // beyond U+10FFFF
      "\xF5\x80\x80\x80",  //
      "\xFE",              //
      "\xFF",              //
      "\xD8",              // cut short
      "\xE2\x82",          //
      "\xF0\x9F\x98",      //
      "\xD8 ",             // a lead and a space
      "\xC7\xE3\xD1",      // Windows-1256
  };
  return *malformed;
}

TEST(IsValidUtf8Test, AcceptsEachLength) {
  for (const std::string& text :
       {std::string(), std::string("ascii only, and longer than one block"), std::string("حمص"),
        std::string("€"), std::string("😀"), std::string("\0a", 2), std::string("\u0080\u07FF"),
        std::string("\u0800\uD7FF\uE000\uFFFF"), std::string("\U00010000\U0010FFFF")}) {
    EXPECT_TRUE(IsValidUtf8(text)) << text;
  }
}

TEST(IsValidUtf8Test, RefusesMalformedBytesWhereverTheyStand) {
  for (const std::string& bytes : Malformed()) {
    EXPECT_FALSE(IsValidUtf8(bytes)) << testing::PrintToString(bytes);
    EXPECT_FALSE(IsValidUtf8("plain text before " + bytes)) << testing::PrintToString(bytes);
    EXPECT_FALSE(IsValidUtf8("حمص" + bytes + " and plain text after"))
        << testing::PrintToString(bytes);
  }
}

TEST(NextCodePointTest, RoundTripsEveryScalarValue) {
  for (char32_t c = 0; c <= 0x10FFFF; c = c == 0xD7FF ? 0xE000 : c + 1) {
    std::string bytes;
    AppendUtf8(c, &bytes);
    size_t offset = 0;
    ASSERT_EQ(NextCodePoint(bytes, &offset), c);
    ASSERT_EQ(offset, bytes.size());
  }
}

TEST(NextCodePointTest, ResumesAfterTheLongestPrefixThatCouldBegin) {
  const std::string bytes = "\xF0\x9F\x98z\xE0\x80z";
  std::vector<char32_t> found;
  for (size_t offset = 0; offset < bytes.size();) found.push_back(NextCodePoint(bytes, &offset));
  EXPECT_EQ(found, (std::vector<char32_t>{kMalformed, U'z', kMalformed, kMalformed, U'z'}));
}

TEST(FindTextFaultTest, PassesNames) {
  for (const char* name :
       {"", "مستشفى حمص الكبير", "Hôpital d'Oran", "می\u200Cروم", "👨\u200D⚕️"}) {
    EXPECT_FALSE(FindTextFault(name).has_value()) << name;
  }
}

TEST(FindTextFaultTest, TellsKindAndPlace) {
  struct Case {
    std::string text;
    TextFault::Kind kind;
    char32_t code_point;
    size_t byte_offset;
    size_t position;
  };
  using Kind = TextFault::Kind;
  for (const Case& c : std::vector<Case>{
           {"ab\tc", Kind::kControl, U'\t', 2, 3},
           {"حمص\n", Kind::kControl, U'\n', 6, 4},
           {std::string("\0", 1), Kind::kControl, 0, 0, 1},
           {"a\x7F", Kind::kControl, 0x7F, 1, 2},
           {"a\u0085", Kind::kControl, 0x85, 1, 2},
           {"a\u2028", Kind::kControl, 0x2028, 1, 2},
           {"a\uFFFE", Kind::kControl, 0xFFFE, 1, 2},
           {"a\uFDD0", Kind::kControl, 0xFDD0, 1, 2},
           {"\u061Cحمص", Kind::kBidi, 0x061C, 0, 1},
           {"حمص\u200F", Kind::kBidi, 0x200F, 6, 4},
           {"x\u202Egpj", Kind::kBidi, 0x202E, 1, 2},
           {"x\u2069", Kind::kBidi, 0x2069, 1, 2},
           {"حم\xD8", Kind::kMalformed, kMalformed, 4, 3},
       }) {
    const std::optional<TextFault> fault = FindTextFault(c.text);
    ASSERT_TRUE(fault.has_value()) << testing::PrintToString(c.text);
    EXPECT_EQ(fault->kind, c.kind) << testing::PrintToString(c.text);
    EXPECT_EQ(fault->code_point, c.code_point) << testing::PrintToString(c.text);
    EXPECT_EQ(fault->byte_offset, c.byte_offset) << testing::PrintToString(c.text);
    EXPECT_EQ(fault->position, c.position) << testing::PrintToString(c.text);
  }
}

TEST(FindTextFaultTest, LineBreaksPassOnlyWhereAllowed) {
  EXPECT_FALSE(FindTextFault("one\r\n\ttwo", LineBreaks::kAllowed).has_value());
  EXPECT_TRUE(FindTextFault("one\r\ntwo", LineBreaks::kRefused).has_value());
  EXPECT_TRUE(FindTextFault("one\vtwo", LineBreaks::kAllowed).has_value());
  EXPECT_TRUE(FindTextFault("one\u200Etwo", LineBreaks::kAllowed).has_value());
}

TEST(WithoutBidiCharactersTest, KeepsAllElse) {
  EXPECT_EQ(WithoutBidiCharacters("\u200F٩\u200F/٢/\u061C٢٠٢٦"), "٩/٢/٢٠٢٦");
  EXPECT_EQ(WithoutBidiCharacters("a\xFF\u200Eb"),
            "a\xFF"
            "b");
}

}  // namespace
}  // namespace mudiriya::text
