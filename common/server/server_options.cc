#include "common/server/server_options.h"

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace mudiriya::server {
namespace {

constexpr int kWrongUsage = 2;

class Parser {
 public:
  explicit Parser(bool can_seed) {
    app_.option_defaults()->always_capture_default();
    AddPlaces();
    AddCapacity();
    AddIdentity();
    AddPeers();
    if (can_seed) Flag("seed", options_.seed, "load the demonstration data, then serve");
  }

  std::variant<ServerOptions, int> Parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
      TakePeers();
    } catch (const CLI::ParseError& error) {
      return app_.exit(error) == 0 ? 0 : kWrongUsage;
    }
    options_.drain = absl::Seconds(drain_seconds_);
    return options_;
  }

 private:
  template <typename T>
  CLI::Option* Option(const std::string& name, T& value, const std::string& help) {
    return app_.add_option("--" + name, value, help)->envname(Environment(name));
  }

  void Flag(const std::string& name, bool& value, const std::string& help) {
    app_.add_flag("--" + name + ",!--no_" + name, value, help)->envname(Environment(name));
  }

  static std::string Environment(const std::string& name) {
    return absl::StrCat("MUDIRIYA_", absl::AsciiStrToUpper(name));
  }

  void AddPlaces() {
    Option("listen", options_.listen, "address to serve at");
    Option("data_dir", options_.data_dir, "directory for keys and a private database");
    Option("database", options_.database,
           "mysql://user:password@host:3306/ or unix:/path; without: a private MariaDB");
    Option("metrics_listen", options_.metrics_listen, "address to serve Prometheus metrics at");
    Option("ready_file", options_.ready_file, "file to write once calls are answered");
    Option("log_level", options_.log_level, "debug, info, warn or error");
    Flag("reflection", options_.reflection, "describe the services to tools");
  }

  void AddCapacity() {
    Option("workers", options_.workers, "workers of a service, each with a database session")
        ->check(CLI::Range(1, 256));
    Option("queue", options_.queue, "calls of a service that may wait")
        ->check(CLI::Range(1, 1000000));
    Option("drain_seconds", drain_seconds_, "time for running calls when the server stops")
        ->check(CLI::Range(0, 3600));
  }

  void AddIdentity() {
    CLI::Option* jwks = Option("jwks", options_.jwks, "key set (JWKS) of the identity provider");
    CLI::Option* issuer = Option("issuer", options_.issuer, "issuer that the key set belongs to");
    issuer->needs(jwks);
    jwks->needs(issuer);
    Option("service_token", options_.service_token,
           "file with a token for calls to other services; without: signed by this server");
    CLI::Option* key = Option("tls_key", options_.tls_key, "private key, PEM");
    Option("tls_cert", options_.tls_cert, "certificate chain, PEM")->needs(key);
  }

  void AddPeers() {
    Option("peer", peers_, "name=address of a service that does not run here; may be repeated")
        ->delimiter(',');
    Option("peer_ca", options_.peer_ca, "certificates to trust in peers; without: plain text");
  }

  void TakePeers() {
    for (const std::string& peer : peers_) {
      const size_t sign = peer.find('=');
      if (sign == std::string::npos || sign == 0 || sign + 1 == peer.size()) {
        throw CLI::ValidationError("--peer", "`" + peer + "` is not name=address");
      }
      options_.peers[peer.substr(0, sign)] = peer.substr(sign + 1);
    }
  }

  ServerOptions options_;
  int drain_seconds_ = static_cast<int>(absl::ToInt64Seconds(ServerOptions().drain));
  std::vector<std::string> peers_;
  CLI::App app_{"Serves Mudiriya, the suite for regional health directorates."};
};

}  // namespace

std::variant<ServerOptions, int> ParseServerOptions(int argc, const char* const* argv,
                                                    bool can_seed) {
  return Parser(can_seed).Parse(argc, argv);
}

}  // namespace mudiriya::server
