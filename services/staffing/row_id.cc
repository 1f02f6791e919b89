#include "services/staffing/row_id.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "common/status/violations.h"

namespace mudiriya::staffing {
namespace {

constexpr size_t kLongestId = 63;
constexpr size_t kDigestBytes = 8;

// 16 hexadecimal digits. `/` cannot be part of an id, so no two lists of parts join alike.
std::string Digest(std::initializer_list<absl::string_view> parts) {
  const std::string text = absl::StrJoin(parts, "/");
  std::array<unsigned char, crypto_generichash_BYTES_MIN> hash;
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(hash.data()), kDigestBytes));
}

}  // namespace

absl::string_view IdOf(absl::string_view name) {
  const size_t slash = name.rfind('/');
  return slash == name.npos ? name : name.substr(slash + 1);
}

std::string ParentOf(absl::string_view name) {
  const size_t id = name.rfind('/');
  const size_t collection = id == name.npos || id == 0 ? name.npos : name.rfind('/', id - 1);
  return std::string(collection == name.npos ? "" : name.substr(0, collection));
}

std::string RowId(std::initializer_list<absl::string_view> parts) {
  const std::string joined = absl::StrJoin(parts, "--");
  const bool ambiguous = std::any_of(parts.begin(), parts.end(), [](absl::string_view part) {
    return part.find("--") != part.npos;
  });
  if (joined.size() <= kLongestId && !ambiguous) return joined;
  const size_t room = kLongestId - 2 * kDigestBytes - 2;
  return absl::StrCat(joined.substr(0, room), "--", Digest(parts));
}

std::string IdPart(absl::string_view enum_name) {
  return absl::StrReplaceAll(absl::AsciiStrToLower(enum_name), {{"_", "-"}});
}

absl::Status CheckRowId(absl::string_view field, absl::string_view given,
                        absl::string_view expected) {
  if (given == expected) return absl::OkStatus();
  return InvalidField(field, Reason::MISMATCH, {{"expected", expected}});
}

}  // namespace mudiriya::staffing
