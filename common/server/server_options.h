#ifndef MUDIRIYA_COMMON_SERVER_SERVER_OPTIONS_H_
#define MUDIRIYA_COMMON_SERVER_SERVER_OPTIONS_H_

#include <map>
#include <string>
#include <variant>

#include "absl/time/time.h"

namespace mudiriya::server {

// How a server was asked to run. Every option `--name` may also be given by the environment as
// MUDIRIYA_NAME; the command line wins.
struct ServerOptions {
  std::string listen = "127.0.0.1:7070";  // port 0 takes a free one
  std::string data_dir = "var";           // keys, client.json, and the database if it is private
  std::string database;                   // see db::ParseDatabaseUrl; empty: a private MariaDB
  int workers = 4;                        // per service: threads, each with a database session
  int queue = 1024;                       // per service: calls that may wait for a worker
  std::string jwks;                       // key set of the identity provider
  std::string issuer;                     // whose tokens that key set verifies
  std::string service_token;              // file with this service's token of that provider
  std::string metrics_listen;             // "127.0.0.1:9090"; empty: not served
  std::string log_level = "info";
  std::string tls_cert;
  std::string tls_key;
  std::map<std::string, std::string> peers;  // address by name of service
  std::string peer_ca;                       // certificates to trust in peers; empty: plain text
  std::string ready_file;                    // written once calls are answered
  bool reflection = true;
  bool seed = false;
  absl::Duration drain = absl::Seconds(20);  // calls that run longer at the end are cancelled
};

// The options, or the exit code of a program that ends here: 0 after --help, 2 for wrong usage.
// `can_seed` offers --seed.
std::variant<ServerOptions, int> ParseServerOptions(int argc, const char* const* argv,
                                                    bool can_seed);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_SERVER_OPTIONS_H_
