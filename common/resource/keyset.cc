#include "common/resource/keyset.h"

#include <string>

#include "absl/strings/str_cat.h"

namespace mudiriya::resource {
namespace {

bool IsNull(const db::Value& value) { return std::holds_alternative<std::nullptr_t>(value); }

// Rows whose value of this key alone comes later; empty if no value can.
std::string Later(const SortKey& key, const db::Value& value, std::vector<db::Value>* params) {
  if (IsNull(value)) return key.descending ? "" : absl::StrCat(key.column, " IS NOT NULL");
  params->push_back(value);
  if (!key.descending) return absl::StrCat(key.column, " > ?");
  return absl::StrCat("(", key.column, " < ? OR ", key.column, " IS NULL)");
}

std::string Same(const SortKey& key, const db::Value& value, std::vector<db::Value>* params) {
  if (IsNull(value)) return absl::StrCat(key.column, " IS NULL");
  params->push_back(value);
  return absl::StrCat(key.column, " = ?");
}

}  // namespace

Condition AfterKey(absl::Span<const SortKey> keys, absl::Span<const db::Value> values) {
  Condition out;
  const std::string later = Later(keys[0], values[0], &out.params);
  if (keys.size() == 1) {
    out.sql = later.empty() ? "FALSE" : later;
    return out;
  }
  const std::string same = Same(keys[0], values[0], &out.params);
  Condition rest = AfterKey(keys.subspan(1), values.subspan(1));
  absl::StrAppend(&out.sql, "(", later, later.empty() ? "" : " OR ", "(", same, " AND ", rest.sql,
                  "))");
  out.params.insert(out.params.end(), rest.params.begin(), rest.params.end());
  return out;
}

}  // namespace mudiriya::resource
