#include "common/resource/filter.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "common/resource/filter_parser.h"
#include "common/resource/filter_value.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "common/text/normalize.h"

namespace mudiriya::resource {
namespace {

constexpr absl::string_view kLike = " LIKE ? ESCAPE '|'";
constexpr size_t kMaxSearchWords = 16;

absl::Status BadOperator(const FilterNode& term) {
  return InvalidField("filter", Reason::FILTER_OPERATOR,
                      {{"field", term.field}, {"operator", term.operation}});
}

absl::Status BadField(const TableShape& shape, absl::string_view path) {
  std::vector<absl::string_view> allowed;
  for (const ListField& field : shape.list_fields) {
    if (field.filterable) allowed.push_back(field.path);
  }
  return InvalidField("filter", Reason::UNFILTERABLE_FIELD,
                      {{"field", path}, {"allowed", absl::StrJoin(allowed, ", ")}});
}

// A field may be stored both as it is and for search: `:` takes the latter.
const ListField* FindFilterable(const TableShape& shape, const FilterNode& term) {
  const ListField* found = nullptr;
  for (const ListField& field : shape.list_fields) {
    if (!field.filterable || field.path != term.field) continue;
    const bool suits = (field.kind == ColumnKind::kSearch) == (term.operation == ":");
    if (found == nullptr || suits) found = &field;
  }
  return found;
}

bool IsOrdered(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::kText:
    case ColumnKind::kNumber:
    case ColumnKind::kInteger:
    case ColumnKind::kTimestamp:
    case ColumnKind::kDate:
      return true;
    default:
      return false;
  }
}

class Compiler {
 public:
  explicit Compiler(const TableShape& shape) : shape_(shape) {}

  absl::Status Add(const FilterNode& node) {
    switch (node.kind) {
      case FilterNode::Kind::kAnd:
        return AddGroup(node, " AND ");
      case FilterNode::Kind::kOr:
        return AddGroup(node, " OR ");
      case FilterNode::Kind::kNot:
        // Not `NOT (…)`: what is unknown, because the column is NULL, is not so either.
        Append("(");
        RETURN_IF_ERROR(Add(node.children.front()));
        Append(") IS NOT TRUE");
        return absl::OkStatus();
      case FilterNode::Kind::kTerm:
        return node.field.empty() ? AddBareValue(node) : AddTerm(node);
    }
    return absl::OkStatus();
  }

  Condition Take() { return std::move(out_); }

 private:
  void Append(absl::string_view sql) { absl::StrAppend(&out_.sql, sql); }
  void Append(absl::string_view column, absl::string_view sql, db::Value value) {
    absl::StrAppend(&out_.sql, column, sql);
    out_.params.push_back(std::move(value));
  }

  absl::Status AddGroup(const FilterNode& node, absl::string_view separator) {
    Append("(");
    for (const FilterNode& child : node.children) {
      if (&child != &node.children.front()) Append(separator);
      RETURN_IF_ERROR(Add(child));
    }
    Append(")");
    return absl::OkStatus();
  }

  absl::Status AddBareValue(const FilterNode& term) {
    bool first = true;
    for (const ListField& field : shape_.list_fields) {
      if (!field.filterable || field.kind != ColumnKind::kSearch) continue;
      Append(first ? "(" : " OR ");
      AddSearch(field, term.value.text);
      first = false;
    }
    if (first) return BadField(shape_, term.value.text);
    Append(")");
    return absl::OkStatus();
  }

  absl::Status AddTerm(const FilterNode& term) {
    const ListField* field = FindFilterable(shape_, term);
    if (field == nullptr) return BadField(shape_, term.field);
    if (term.operation == ":") return AddHas(*field, term);
    if (field->kind == ColumnKind::kJson || field->kind == ColumnKind::kSearch) {
      return BadOperator(term);
    }
    const bool equality = term.operation == "=" || term.operation == "!=";
    if (!equality && !IsOrdered(field->kind)) return BadOperator(term);
    const bool wildcard = term.value.star_front || term.value.star_back;
    if (equality && wildcard && field->kind == ColumnKind::kText) return AddWildcard(*field, term);
    ASSIGN_OR_RETURN(db::Value value, FilterValue(*field, term.value));
    if (term.operation == "!=") {
      Append(absl::StrCat("NOT (", field->column), " <=> ?)", std::move(value));
    } else {
      Append(field->column, absl::StrCat(" ", term.operation, " ?"), std::move(value));
    }
    return absl::OkStatus();
  }

  absl::Status AddHas(const ListField& field, const FilterNode& term) {
    if (term.value.text == "*" && term.value.star_front) {
      AddPresence(field);
      return absl::OkStatus();
    }
    switch (field.kind) {
      case ColumnKind::kSearch:
        AddSearch(field, term.value.text);
        return absl::OkStatus();
      case ColumnKind::kText:
        Append(field.column, kLike, LikePattern(Literal(term.value), true, true));
        return absl::OkStatus();
      case ColumnKind::kJson: {
        ASSIGN_OR_RETURN(std::string element, FilterElement(field, term.value));
        Append(absl::StrCat("JSON_CONTAINS(", field.column), ", ?)", std::move(element));
        return absl::OkStatus();
      }
      default: {
        ASSIGN_OR_RETURN(db::Value value, FilterValue(field, term.value));
        Append(field.column, " = ?", std::move(value));
        return absl::OkStatus();
      }
    }
  }

  void AddPresence(const ListField& field) {
    switch (field.kind) {
      case ColumnKind::kText:
      case ColumnKind::kSearch:
        return Append(
            absl::StrCat("(", field.column, " IS NOT NULL AND ", field.column, " <> '')"));
      case ColumnKind::kJson:
        return Append(absl::StrCat("COALESCE(JSON_LENGTH(", field.column, "), 0) > 0"));
      case ColumnKind::kEnumName:
        return Append(field.column, " <> ?",
                      std::string(field.field->leaf()->enum_type()->value(0)->name()));
      default:
        return Append(absl::StrCat(field.column, " IS NOT NULL"));
    }
  }

  // All words, in any order: who searches for مستشفى حمص also wants مستشفى جامعة حمص.
  void AddSearch(const ListField& field, absl::string_view text) {
    const std::string normal = text::NormalizeForSearch(text);
    std::vector<absl::string_view> words = absl::StrSplit(normal, ' ', absl::SkipEmpty());
    if (words.empty()) return Append("FALSE");
    if (words.size() > kMaxSearchWords) words.resize(kMaxSearchWords);
    Append("(");
    for (absl::string_view word : words) {
      if (word.data() != words.front().data()) Append(" AND ");
      Append(field.column, kLike, LikePattern(word, true, true));
    }
    Append(")");
  }

  absl::Status AddWildcard(const ListField& field, const FilterNode& term) {
    const bool negated = term.operation == "!=";
    if (negated) Append("(");
    Append(field.column, kLike,
           LikePattern(Literal(term.value), term.value.star_front, term.value.star_back));
    if (negated) Append(") IS NOT TRUE");
    return absl::OkStatus();
  }

  // The value without its wildcards.
  static absl::string_view Literal(const FilterToken& token) {
    absl::string_view text = token.text;
    if (token.star_front) text.remove_prefix(1);
    if (token.star_back && !text.empty()) text.remove_suffix(1);
    return text;
  }

  const TableShape& shape_;
  Condition out_;
};

}  // namespace

absl::StatusOr<Condition> CompileFilter(const TableShape& shape, absl::string_view filter) {
  if (filter.find_first_not_of(" \t\r\n") == filter.npos) return Condition();
  ASSIGN_OR_RETURN(FilterNode tree, ParseFilter(filter));
  Compiler compiler(shape);
  RETURN_IF_ERROR(compiler.Add(tree));
  return compiler.Take();
}

}  // namespace mudiriya::resource
