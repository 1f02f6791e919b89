#ifndef MUDIRIYA_SERVICES_CLI_COMMAND_H_
#define MUDIRIYA_SERVICES_CLI_COMMAND_H_

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "services/cli/render.h"
#include "services/cli/rpc_client.h"
#include "services/cli/settings.h"

namespace mudiriya::cli {

// What a command works with once the command line has been read.
class Context {
 public:
  explicit Context(Settings& settings) : settings_(settings), client_(settings) {}

  const Settings& settings() const { return settings_; }
  RpcClient& client() { return client_; }

  // The directorate for a read: the one given, else every one that the caller may read.
  std::string ReadDirectorate() const;
  // The directorate's resource name, e.g. `directorates/assiut`.
  // Returns INVALID_ARGUMENT if none was given: a write never guesses.
  absl::StatusOr<std::string> WriteParent() const;

  // Calls a unary method. A request that has a request id is given one and, while the server is
  // not available or busy, sent again with the same one, at most three times.
  absl::Status Invoke(const google::protobuf::MethodDescriptor& method,
                      google::protobuf::Message& request, google::protobuf::Message& response);

  // Calls a list method page by page until `limit` messages of its repeated field (0: all) are in
  // `messages`. `more` tells whether some were left.
  absl::Status List(const google::protobuf::MethodDescriptor& method,
                    google::protobuf::Message& request, size_t limit, Messages& messages,
                    bool* more);

  // Prints a message or messages as the settings say. `key` names the list in JSON.
  void Print(const google::protobuf::Message& message) const;
  void Print(absl::string_view key, const Messages& messages) const;

 private:
  Settings& settings_;
  RpcClient client_;
};

// What the chosen command does; set by the command that the command line names.
using Action = std::function<absl::Status(Context&)>;

// Each adds its commands to the program; the one chosen leaves its work in `action`.
void AddResourceCommands(CLI::App& app, Action& action);
void AddTransferCommands(CLI::App& app, Action& action);
void AddGapCommands(CLI::App& staffing, Action& action);
void AddPlanCommands(CLI::App& staffing, Action& action);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_COMMAND_H_
