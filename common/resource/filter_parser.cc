#include "common/resource/filter_parser.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "common/status/violations.h"

namespace mudiriya::resource {
namespace {

using Kind = FilterToken::Kind;

absl::Status TooComplex(int limit) {
  return InvalidField("filter", Reason::FILTER_TOO_COMPLEX, {{"max", limit}});
}

FilterNode Group(FilterNode::Kind kind, std::vector<FilterNode> children) {
  if (children.size() == 1 && kind != FilterNode::Kind::kNot) return std::move(children.front());
  FilterNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

class Parser {
 public:
  explicit Parser(std::vector<FilterToken> tokens) : tokens_(std::move(tokens)) {}

  absl::StatusOr<FilterNode> Run() {
    ASSIGN_OR_RETURN(FilterNode node, Expression());
    if (Peek().kind != Kind::kEnd) return FilterSyntaxError(Peek());
    return node;
  }

 private:
  FilterToken& Peek() { return tokens_[at_]; }
  FilterToken Next() { return tokens_[at_++]; }
  bool Accept(Kind kind) {
    if (Peek().kind != kind) return false;
    ++at_;
    return true;
  }

  // Terms in a row, with AND between them or nothing.
  absl::StatusOr<FilterNode> Expression() {
    if (++depth_ > kMaxFilterDepth) return TooComplex(kMaxFilterDepth);
    std::vector<FilterNode> factors;
    do {
      ASSIGN_OR_RETURN(FilterNode factor, Factor());
      factors.push_back(std::move(factor));
    } while (Accept(Kind::kAnd) || BeginsTerm());
    --depth_;
    return Group(FilterNode::Kind::kAnd, std::move(factors));
  }

  bool BeginsTerm() {
    const Kind kind = Peek().kind;
    return kind == Kind::kWord || kind == Kind::kString || kind == Kind::kOpen ||
           kind == Kind::kNot;
  }

  absl::StatusOr<FilterNode> Factor() {
    std::vector<FilterNode> terms;
    do {
      ASSIGN_OR_RETURN(FilterNode term, Term());
      terms.push_back(std::move(term));
    } while (Accept(Kind::kOr));
    return Group(FilterNode::Kind::kOr, std::move(terms));
  }

  absl::StatusOr<FilterNode> Term() {
    if (!AcceptNegation()) return Simple();
    ASSIGN_OR_RETURN(FilterNode negated, Simple());
    return Group(FilterNode::Kind::kNot, {std::move(negated)});
  }

  // NOT, or a minus at the beginning of a word, a quotation or a parenthesis. As a value `-5` is a
  // number.
  bool AcceptNegation() {
    if (Accept(Kind::kNot)) return true;
    FilterToken& token = Peek();
    const bool compared_value = !field_.empty();
    if (token.kind != Kind::kWord || token.text[0] != '-' || compared_value) return false;
    if (token.text.size() == 1) {
      ++at_;
    } else {
      token.text.erase(0, 1);
      ++token.position;
      token.star_front = token.text.front() == '*';
    }
    return true;
  }

  absl::StatusOr<FilterNode> Simple() {
    if (Accept(Kind::kOpen)) {
      ASSIGN_OR_RETURN(FilterNode inner, Expression());
      if (!Accept(Kind::kClose)) return FilterSyntaxError(Peek());
      return inner;
    }
    return Restriction();
  }

  absl::StatusOr<FilterNode> Restriction() {
    const Kind kind = Peek().kind;
    if (kind != Kind::kWord && kind != Kind::kString) return FilterSyntaxError(Peek());
    FilterToken first = Next();
    const bool calls_function = Peek().kind == Kind::kOpen && kind == Kind::kWord &&
                                Peek().position == first.position + first.text.size();
    if (calls_function) return FilterSyntaxError(Peek());
    if (Peek().kind != Kind::kOperator) return Value(std::move(first));
    if (kind != Kind::kWord || !field_.empty()) return FilterSyntaxError(Peek());
    field_ = first.text;
    operation_ = Next().text;
    absl::StatusOr<FilterNode> compared = Peek().kind == Kind::kOpen ? Simple() : Restriction();
    field_.clear();
    operation_.clear();
    return compared;
  }

  absl::StatusOr<FilterNode> Value(FilterToken token) {
    if (++terms_ > kMaxFilterTerms) return TooComplex(kMaxFilterTerms);
    FilterNode node;
    node.field = field_;
    node.operation = operation_;
    node.value = std::move(token);
    return node;
  }

  std::vector<FilterToken> tokens_;
  size_t at_ = 0;
  int depth_ = 0;
  int terms_ = 0;
  // The comparison whose values are being read; empty outside of one.
  std::string field_;
  std::string operation_;
};

}  // namespace

absl::StatusOr<FilterNode> ParseFilter(absl::string_view filter) {
  ASSIGN_OR_RETURN(std::vector<FilterToken> tokens, LexFilter(filter));
  return Parser(std::move(tokens)).Run();
}

}  // namespace mudiriya::resource
