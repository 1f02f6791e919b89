#include "services/staffing/national_id.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "common/text/digits.h"
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
  const std::string directorate(resource::DirectorateOf(person));
  db::Value sealed = nullptr;
  db::Value digest = nullptr;
  if (!canonical.empty()) {
    sealed = cipher.Seal(person, canonical);
    digest = cipher.Digest(directorate, canonical);
  }
  return tx
      .Execute(
          "UPDATE staff_member SET national_id_sealed = ?, national_id_digest = ?"
          " WHERE directorate_id = ? AND staff_member_id = ?",
          {{sealed, digest, directorate, std::string(IdOf(person))}})
      .status();
}

absl::StatusOr<std::string> LoadNationalId(db::Transaction& tx, const IdentityCipher& cipher,
                                           absl::string_view person) {
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query("SELECT national_id_sealed FROM staff_member"
               " WHERE directorate_id = ? AND staff_member_id = ?",
               {{std::string(resource::DirectorateOf(person)), std::string(IdOf(person))}}));
  if (rows.empty()) return NotFound(person);
  if (rows.front().IsNull(0)) return NotFound(absl::StrCat(person, "#national_id"));
  return cipher.Open(person, rows.front().Text(0));
}

}  // namespace mudiriya::staffing
