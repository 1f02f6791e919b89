#include "services/cli/names.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace mudiriya::cli {
namespace {

using Segments = std::vector<std::string>;

constexpr absl::string_view kDirectorates = "directorates/";

Segments Split(absl::string_view text) { return absl::StrSplit(text, '/'); }

// Segments of a pattern that stand for a value.
bool IsVariable(absl::string_view segment) { return absl::StartsWith(segment, "{"); }

absl::Status NeedsDirectorate() {
  return absl::InvalidArgumentError(
      "no directorate given: say which with --directorate, e.g. --directorate assiut");
}

absl::Status Unfit(absl::string_view text, absl::string_view pattern) {
  return absl::InvalidArgumentError(
      absl::StrCat("\"", text, "\" is no name of the form ", pattern, " or a part of it"));
}

// Fills the pattern's variables behind the directorate with `ids`.
std::string Fill(const Segments& pattern, absl::string_view directorate, const Segments& ids) {
  Segments filled = pattern;
  size_t next = 0;
  bool first = true;
  for (std::string& segment : filled) {
    if (!IsVariable(segment)) continue;
    if (first && pattern[0] == "directorates" && pattern.size() > 2) {
      segment = std::string(directorate);
    } else if (next < ids.size()) {
      segment = ids[next++];
    }
    first = false;
  }
  return absl::StrJoin(filled, "/");
}

// The ids that `given` holds for the variables behind the directorate: either the ids alone, or
// each after its collection. Empty if it fits neither.
Segments IdsOf(const Segments& given, const Segments& tail) {
  Segments ids;
  size_t variables = 0;
  for (const std::string& segment : tail) variables += IsVariable(segment);
  if (given.size() == variables) return given;
  if (given.size() != tail.size()) return {};
  for (size_t i = 0; i < tail.size(); ++i) {
    if (IsVariable(tail[i])) {
      ids.push_back(given[i]);
    } else if (given[i] != tail[i]) {
      return {};
    }
  }
  return ids;
}

}  // namespace

absl::StatusOr<std::string> ExpandName(absl::string_view text, absl::string_view pattern,
                                       absl::string_view directorate) {
  if (absl::StartsWith(text, kDirectorates)) return std::string(text);
  const Segments segments = Split(pattern);
  const bool is_directorate = segments.size() == 2;
  const Segments tail(segments.begin() + (is_directorate ? 1 : 2), segments.end());
  if (text.empty() && tail.size() == 1 && !IsVariable(tail[0])) {  // a singleton
    if (directorate.empty()) return NeedsDirectorate();
    return Fill(segments, directorate, {});
  }
  const Segments ids = text.empty() ? Segments{} : IdsOf(Split(text), tail);
  if (ids.empty()) return Unfit(text, pattern);
  if (!is_directorate && directorate.empty()) return NeedsDirectorate();
  return Fill(segments, directorate, ids);
}

absl::StatusOr<std::string> ExpandParent(absl::string_view text, absl::string_view pattern,
                                         absl::string_view directorate) {
  Segments segments = Split(pattern);
  if (segments.size() <= 2) return "";
  segments.resize(segments.size() - 2);
  if (!text.empty()) return ExpandName(text, absl::StrJoin(segments, "/"), directorate);
  if (directorate.empty()) return NeedsDirectorate();
  std::string parent = absl::StrCat(kDirectorates, directorate);
  for (size_t i = 2; i + 1 < segments.size(); i += 2)
    absl::StrAppend(&parent, "/", segments[i], "/-");
  return parent;
}

std::string ShortName(absl::string_view name) {
  const Segments segments = Split(name);
  if (!absl::StartsWith(name, kDirectorates) || segments.size() % 2 != 0) return std::string(name);
  if (segments.size() == 2) return segments[1];
  Segments ids;
  for (size_t i = 3; i < segments.size(); i += 2) ids.push_back(segments[i]);
  return absl::StrJoin(ids, "/");
}

}  // namespace mudiriya::cli
