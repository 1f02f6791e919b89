#include "common/resource/filter_lexer.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "common/text/utf8.h"

namespace mudiriya::resource {
namespace {

using Kind = FilterToken::Kind;

constexpr absl::string_view kNotInWords = "()\"'=<>!:,";
constexpr size_t kShownBytes = 20;

bool IsWordByte(char c) {
  return !absl::ascii_isspace(c) && !absl::ascii_iscntrl(c) && !absl::StrContains(kNotInWords, c);
}

Kind WordKind(absl::string_view word) {
  if (word == "AND") return Kind::kAnd;
  if (word == "OR") return Kind::kOr;
  if (word == "NOT") return Kind::kNot;
  return Kind::kWord;
}

class Lexer {
 public:
  explicit Lexer(absl::string_view filter) : filter_(filter) {}

  absl::StatusOr<std::vector<FilterToken>> Run() {
    for (;;) {
      while (at_ < filter_.size() && absl::ascii_isspace(filter_[at_])) ++at_;
      if (at_ == filter_.size()) break;
      RETURN_IF_ERROR(Take());
    }
    Add(Kind::kEnd, "", at_);
    return std::move(tokens_);
  }

 private:
  FilterToken& Add(Kind kind, absl::string_view text, size_t start) {
    return tokens_.emplace_back(FilterToken{kind, std::string(text), start + 1});
  }

  absl::Status Take() {
    const char c = filter_[at_];
    if (c == '(' || c == ')') {
      Add(c == '(' ? Kind::kOpen : Kind::kClose, filter_.substr(at_, 1), at_);
      ++at_;
      return absl::OkStatus();
    }
    if (c == '"' || c == '\'') return TakeString(c);
    if (absl::StrContains("=<>!:", c)) return TakeOperator();
    return TakeWord();
  }

  absl::Status TakeOperator() {
    for (absl::string_view known : {"!=", "<=", ">=", "=", "<", ">", ":"}) {
      if (!absl::StartsWith(filter_.substr(at_), known)) continue;
      Add(Kind::kOperator, known, at_);
      at_ += known.size();
      return absl::OkStatus();
    }
    return Unreadable(at_);
  }

  absl::Status TakeWord() {
    const size_t start = at_;
    while (at_ < filter_.size() && IsWordByte(filter_[at_])) ++at_;
    if (at_ == start) return Unreadable(start);
    const absl::string_view word = filter_.substr(start, at_ - start);
    FilterToken& token = Add(WordKind(word), word, start);
    token.star_front = word.front() == '*';
    token.star_back = word.back() == '*';
    return absl::OkStatus();
  }

  absl::Status TakeString(char quote) {
    const size_t start = at_++;
    std::string text;
    bool front = false;
    bool back = false;
    for (; at_ < filter_.size() && filter_[at_] != quote; ++at_) {
      const bool escaped = filter_[at_] == '\\' && at_ + 1 < filter_.size();
      if (escaped) ++at_;
      back = filter_[at_] == '*' && !escaped;
      front |= back && text.empty();
      text += filter_[at_];
    }
    if (at_ == filter_.size()) return Unreadable(start);
    ++at_;
    FilterToken& token = Add(Kind::kString, text, start);
    token.star_front = front;
    token.star_back = back;
    return absl::OkStatus();
  }

  absl::Status Unreadable(size_t start) const {
    return FilterSyntaxError({Kind::kWord, std::string(filter_.substr(start)), start + 1});
  }

  absl::string_view filter_;
  size_t at_ = 0;
  std::vector<FilterToken> tokens_;
};

}  // namespace

absl::StatusOr<std::vector<FilterToken>> LexFilter(absl::string_view filter) {
  if (filter.size() > kMaxFilterBytes) {
    return InvalidField("filter", Reason::TOO_LONG, {{"max", kMaxFilterBytes}});
  }
  if (!text::IsValidUtf8(filter)) return InvalidField("filter", Reason::INVALID_UTF8);
  return Lexer(filter).Run();
}

absl::Status FilterSyntaxError(const FilterToken& token) {
  // Cut between characters, for the error is text too.
  absl::string_view near = token.text;
  size_t size = 0;
  while (size < near.size() && size < kShownBytes) text::NextCodePoint(near, &size);
  return InvalidField("filter", Reason::INVALID_FILTER,
                      {{"position", token.position}, {"near", near.substr(0, size)}});
}

}  // namespace mudiriya::resource
