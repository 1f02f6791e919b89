#include "common/client/client_file.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace mudiriya::client {

using nlohmann::json;

std::string FormatClientFile(const ClientFile& file) {
  json object = {{"address", file.address}, {"token", file.token}};
  if (!file.tls_ca.empty()) object["tls_ca"] = file.tls_ca;
  return absl::StrCat(object.dump(2), "\n");
}

absl::StatusOr<ClientFile> ReadClientFile(const std::string& data_dir) {
  const std::string path = absl::StrCat(data_dir, "/", kClientFileName);
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return absl::NotFoundError(absl::StrCat("cannot read ", path));
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  const json object = json::parse(text, nullptr, /*allow_exceptions=*/false);
  const auto member = [&](const char* name) {
    const bool there = object.is_object() && object.contains(name) && object[name].is_string();
    return there ? object[name].get<std::string>() : std::string();
  };
  ClientFile file{member("address"), member("token"), member("tls_ca")};
  if (file.address.empty() || file.token.empty()) {
    return absl::InvalidArgumentError(absl::StrCat(path, " has no address or no token"));
  }
  return file;
}

}  // namespace mudiriya::client
