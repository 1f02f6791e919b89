#include "common/resource/page_token.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/resource/digest.h"
#include "common/resource/list_query.h"
#include "common/status/violations.h"

namespace mudiriya::resource {
namespace {

constexpr size_t kChecksumSize = 4;
constexpr size_t kFingerprintSize = 8;

absl::Status Refused(Reason reason) { return InvalidField("page_token", reason); }

// A value's type in one letter, and its text.
std::string Encoded(const db::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return absl::StrCat("s", *text);
  if (const auto* integer = std::get_if<int64_t>(&value)) return absl::StrCat("i", *integer);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "b1" : "b0";
  if (const auto* number = std::get_if<double>(&value)) {
    std::string bytes(sizeof *number, '\0');
    std::memcpy(bytes.data(), number, sizeof *number);
    return absl::StrCat("d", bytes);
  }
  return "n";
}

std::optional<db::Value> Decoded(absl::string_view encoded) {
  if (encoded.empty()) return std::nullopt;
  const absl::string_view text = encoded.substr(1);
  switch (encoded[0]) {
    case 's':
      return std::string(text);
    case 'b':
      return text == "1";
    case 'n':
      return nullptr;
    case 'i': {
      int64_t integer = 0;
      if (absl::SimpleAtoi(text, &integer)) return integer;
      return std::nullopt;
    }
    case 'd': {
      double number = 0;
      if (text.size() != sizeof number) return std::nullopt;
      std::memcpy(&number, text.data(), sizeof number);
      return number;
    }
  }
  return std::nullopt;
}

// Takes one framed text off the front.
std::optional<absl::string_view> TakeFramed(absl::string_view* rest) {
  const size_t colon = rest->find(':');
  size_t size = 0;
  if (colon == rest->npos || !absl::SimpleAtoi(rest->substr(0, colon), &size)) return std::nullopt;
  rest->remove_prefix(colon + 1);
  if (size > rest->size()) return std::nullopt;
  const absl::string_view text = rest->substr(0, size);
  rest->remove_prefix(size);
  return text;
}

std::string Checksum(absl::string_view body) { return Sha256(body).substr(0, kChecksumSize); }

}  // namespace

std::string Fingerprint(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) AppendFramed(part, &all);
  return Sha256(all).substr(0, kFingerprintSize);
}

std::string EncodePageToken(absl::string_view fingerprint, const std::vector<db::Value>& last_key) {
  std::string body(fingerprint);
  for (const db::Value& value : last_key) AppendFramed(Encoded(value), &body);
  return absl::WebSafeBase64Escape(absl::StrCat(Checksum(body), body));
}

absl::StatusOr<std::vector<db::Value>> DecodePageToken(absl::string_view token,
                                                       absl::string_view fingerprint,
                                                       size_t key_size) {
  std::string bytes;
  if (!absl::WebSafeBase64Unescape(token, &bytes) ||
      bytes.size() < kChecksumSize + kFingerprintSize) {
    return Refused(Reason::INVALID_PAGE_TOKEN);
  }
  absl::string_view rest = absl::string_view(bytes).substr(kChecksumSize);
  if (Checksum(rest) != bytes.substr(0, kChecksumSize)) return Refused(Reason::INVALID_PAGE_TOKEN);
  if (rest.substr(0, kFingerprintSize) != fingerprint) return Refused(Reason::FOREIGN_PAGE_TOKEN);
  rest.remove_prefix(kFingerprintSize);
  std::vector<db::Value> key;
  while (!rest.empty()) {
    const auto framed = TakeFramed(&rest);
    auto value = framed.has_value() ? Decoded(*framed) : std::nullopt;
    if (!value.has_value()) return Refused(Reason::INVALID_PAGE_TOKEN);
    key.push_back(*std::move(value));
  }
  if (key.size() != key_size) return Refused(Reason::INVALID_PAGE_TOKEN);
  return key;
}

absl::StatusOr<int32_t> EffectivePageSize(int32_t asked) {
  if (asked < 0) return InvalidField("page_size", Reason::BELOW_MINIMUM, {{"min", 0}});
  return asked == 0 ? kDefaultPageSize : std::min(asked, kMaxPageSize);
}

}  // namespace mudiriya::resource
