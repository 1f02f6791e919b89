#include "common/db/options.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "common/status/macros.h"
#include "common/status/violations.h"

namespace mudiriya::db {
namespace {

absl::Status Malformed() {
  return InvalidField(
      "database", Reason::PATTERN,
      {{"pattern", "mysql://user:password@host:port/schema | unix:/path?user=name"}});
}

absl::StatusOr<std::string> Decode(absl::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded.push_back(text[i]);
      continue;
    }
    const absl::string_view digits = text.substr(i + 1, 2);
    uint32_t byte = 0;
    if (digits.size() != 2 || !absl::SimpleHexAtoi(digits, &byte)) return Malformed();
    decoded.push_back(static_cast<char>(byte));
    i += 2;
  }
  return decoded;
}

absl::Status SetParameter(absl::string_view key, std::string value, DatabaseOptions& options) {
  if (key == "user") {
    options.user = std::move(value);
  } else if (key == "password") {
    options.password = std::move(value);
  } else if (key == "schema") {
    options.schema = std::move(value);
  } else if (key == "tls_ca") {
    options.tls_ca = std::move(value);
  } else {
    return Malformed();
  }
  return absl::OkStatus();
}

absl::Status ParseParameters(absl::string_view query, DatabaseOptions& options) {
  for (absl::string_view pair : absl::StrSplit(query, '&', absl::SkipEmpty())) {
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(pair, absl::MaxSplits('=', 1));
    ASSIGN_OR_RETURN(std::string value, Decode(parts.second));
    RETURN_IF_ERROR(SetParameter(parts.first, std::move(value), options));
  }
  return absl::OkStatus();
}

absl::Status ParseAccount(absl::string_view account, DatabaseOptions& options) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(account, absl::MaxSplits(':', 1));
  ASSIGN_OR_RETURN(options.user, Decode(parts.first));
  ASSIGN_OR_RETURN(options.password, Decode(parts.second));
  return options.user.empty() ? Malformed() : absl::OkStatus();
}

// "host", "host:3306" or "[::1]:3306".
absl::Status ParseHost(absl::string_view text, DatabaseOptions& options) {
  const size_t bracket = text.rfind(']');
  const size_t colon = text.rfind(':');
  const bool has_port = colon != text.npos && (bracket == text.npos || colon > bracket);
  options.host = std::string(has_port ? text.substr(0, colon) : text);
  if (options.host.empty()) return Malformed();
  if (!has_port) return absl::OkStatus();
  const bool valid = absl::SimpleAtoi(text.substr(colon + 1), &options.port) && options.port > 0 &&
                     options.port < 65536;
  return valid ? absl::OkStatus() : Malformed();
}

absl::Status ParseNetwork(absl::string_view text, DatabaseOptions& options) {
  const size_t slash = text.find('/');
  absl::string_view authority = text.substr(0, slash);
  if (slash != text.npos) {
    ASSIGN_OR_RETURN(options.schema, Decode(text.substr(slash + 1)));
  }
  const size_t at = authority.rfind('@');
  if (at != authority.npos) {
    RETURN_IF_ERROR(ParseAccount(authority.substr(0, at), options));
    authority.remove_prefix(at + 1);
  }
  return ParseHost(authority, options);
}

}  // namespace

absl::StatusOr<DatabaseOptions> ParseDatabaseUrl(absl::string_view url) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(url, absl::MaxSplits('?', 1));
  absl::string_view address = parts.first;
  DatabaseOptions options;
  if (absl::ConsumePrefix(&address, "unix:")) {
    ASSIGN_OR_RETURN(options.unix_socket, Decode(address));
    if (options.unix_socket.empty()) return Malformed();
  } else if (absl::ConsumePrefix(&address, "mysql://")) {
    RETURN_IF_ERROR(ParseNetwork(address, options));
  } else {
    return Malformed();
  }
  RETURN_IF_ERROR(ParseParameters(parts.second, options));
  return options;
}

}  // namespace mudiriya::db
