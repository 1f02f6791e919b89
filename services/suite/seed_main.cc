#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "common/client/channel.h"
#include "common/client/client_file.h"
#include "common/status/macros.h"
#include "services/suite/seed_loader.h"

namespace mudiriya::suite {
namespace {

struct Options {
  std::string data_dir = "var";
  std::string seeds_dir;
};

absl::Status Seed(const Options& options) {
  ASSIGN_OR_RETURN(const client::ClientFile server, client::ReadClientFile(options.data_dir));
  ASSIGN_OR_RETURN(const std::shared_ptr<grpc::Channel> channel,
                   client::Connect({.address = server.address, .tls_ca = server.tls_ca}));
  std::string folder = options.seeds_dir;
  if (folder.empty()) {
    ASSIGN_OR_RETURN(folder, FindSeedsFolder());
  }
  return LoadSeeds(channel, server.token, folder, std::cout).status();
}

}  // namespace
}  // namespace mudiriya::suite

// Loads the demonstration data into the suite that runs on this machine.
int main(int argc, char** argv) {
  mudiriya::suite::Options options;
  CLI::App app("Loads the demonstration data into the running suite.", "mudiriya-seed");
  app.add_option("--data_dir", options.data_dir, "data directory of the running suite")
      ->envname("MUDIRIYA_DATA_DIR")
      ->capture_default_str();
  app.add_option("--seeds_dir", options.seeds_dir, "folder of the data; default: the project's own")
      ->envname("MUDIRIYA_SEEDS_DIR");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = mudiriya::suite::Seed(options);
  if (!status.ok()) std::cerr << "mudiriya-seed: " << status.message() << std::endl;
  return status.ok() ? 0 : 1;
}
