#include "services/cli/settings.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "common/client/client_file.h"

namespace mudiriya::cli {
namespace {

namespace fs = std::filesystem;

std::string FromEnvironment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

void FillIfEmpty(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

// Where a running suite may have left its file, the likeliest first.
std::vector<fs::path> Candidates(absl::string_view program) {
  std::vector<fs::path> folders;
  const std::string named = FromEnvironment("MUDIRIYA_DATA_DIR");
  if (!named.empty()) folders.emplace_back(named);
  std::error_code ignored;
  for (fs::path at = fs::current_path(ignored); !at.empty(); at = at.parent_path()) {
    folders.push_back(at / "var");
    if (at == at.root_path()) break;
  }
  const fs::path binary = fs::weakly_canonical(std::string(program), ignored);
  folders.push_back(binary.parent_path().parent_path().parent_path() / "var");
  return folders;
}

// Takes what is missing from the suite's file in `folder`. False if there is no such file.
bool TakeFrom(const std::string& folder, Settings& settings) {
  const absl::StatusOr<client::ClientFile> file = client::ReadClientFile(folder);
  if (!file.ok()) return false;
  FillIfEmpty(settings.server, file->address);
  FillIfEmpty(settings.data_dir, folder);
  // The administrator's token opens that suite alone, so it goes to no other server.
  if (settings.server == file->address) {
    FillIfEmpty(settings.token, file->token);
    FillIfEmpty(settings.tls_ca, file->tls_ca);
  }
  return true;
}

}  // namespace

absl::Status Complete(absl::string_view program, Settings& settings) {
  FillIfEmpty(settings.server, FromEnvironment("MUDIRIYA_SERVER"));
  FillIfEmpty(settings.token, FromEnvironment("MUDIRIYA_TOKEN"));
  FillIfEmpty(settings.tls_ca, FromEnvironment("MUDIRIYA_TLS_CA"));
  FillIfEmpty(settings.directorate, FromEnvironment("MUDIRIYA_DIRECTORATE"));
  for (const fs::path& folder : Candidates(program)) {
    if (TakeFrom(folder.string(), settings)) break;
  }
  if (settings.server.empty()) {
    return absl::FailedPreconditionError(
        "no server known: start one with `make run`, or name one with --server HOST:PORT and "
        "--token TOKEN");
  }
  return absl::OkStatus();
}

}  // namespace mudiriya::cli
