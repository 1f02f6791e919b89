#include "services/staffing/national_id.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "common/text/digits.h"
#include "services/staffing/id_list.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

constexpr size_t kShown = 3;
constexpr absl::string_view kForm = "[A-Z0-9]{4,20}";

bool HasForm(absl::string_view text) {
  return text.size() >= 4 && text.size() <= 20 &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return absl::ascii_isdigit(c) || absl::ascii_isupper(c);
         });
}

}  // namespace

absl::StatusOr<std::string> CanonicalNationalId(absl::string_view field, absl::string_view text) {
  std::string canonical =
      absl::AsciiStrToUpper(absl::StrReplaceAll(text::ToAsciiDigits(text), {{" ", ""}, {"-", ""}}));
  if (!HasForm(canonical)) return InvalidField(field, Reason::PATTERN, {{"pattern", kForm}});
  return canonical;
}

std::string MaskNationalId(absl::string_view canonical) {
  if (canonical.empty()) return "";
  std::string masked;
  for (size_t i = kShown; i < canonical.size(); ++i) masked += "•";
  return absl::StrCat(masked, canonical.substr(canonical.size() - kShown));
}

absl::Status StoreNationalId(db::Transaction& tx, const IdentityCipher& cipher,
                             absl::string_view person, absl::string_view canonical) {
  if (canonical.empty()) return RemoveNationalId(tx, person);
  const std::string directorate(resource::DirectorateOf(person));
  return tx
      .Execute(
          "UPDATE staff_member SET national_id_sealed = ?, national_id_digest = ?"
          " WHERE directorate_id = ? AND staff_member_id = ?",
          {{cipher.Seal(person, canonical), cipher.Digest(directorate, canonical), directorate,
            std::string(IdOf(person))}})
      .status();
}

absl::Status RemoveNationalId(db::Transaction& tx, absl::string_view person) {
  return tx
      .Execute(
          "UPDATE staff_member SET national_id_sealed = NULL, national_id_digest = NULL"
          " WHERE directorate_id = ? AND staff_member_id = ?",
          {{std::string(resource::DirectorateOf(person)), std::string(IdOf(person))}})
      .status();
}

absl::StatusOr<std::map<std::string, std::string>> LoadNationalIds(
    db::Transaction& tx, const IdentityCipher& cipher, absl::Span<const std::string> people) {
  std::map<std::string, std::string> numbers;
  if (people.empty()) return numbers;
  const std::string directorate(resource::DirectorateOf(people[0]));
  std::vector<std::string> all;
  for (const std::string& person : people) all.emplace_back(IdOf(person));
  RETURN_IF_ERROR(ForEachChunk(all, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {directorate};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx.Query(absl::StrCat("SELECT staff_member_id, national_id_sealed"
                                           " FROM staff_member WHERE directorate_id = ?"
                                           " AND staff_member_id IN (",
                                           ids.marks, ") AND national_id_sealed IS NOT NULL"),
                              params));
    for (const db::Row row : rows) {
      const std::string person =
          absl::StrCat("directorates/", directorate, "/staffMembers/", row.Text(0));
      ASSIGN_OR_RETURN(numbers[person], cipher.Open(person, row.Text(1)));
    }
    return absl::OkStatus();
  }));
  return numbers;
}

}  // namespace mudiriya::staffing
