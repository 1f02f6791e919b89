#ifndef MUDIRIYA_SERVICES_CLI_TOKEN_COMMAND_H_
#define MUDIRIYA_SERVICES_CLI_TOKEN_COMMAND_H_

#include <CLI/CLI.hpp>

#include "services/cli/command.h"

namespace mudiriya::cli {

// `token`: prints a token for a person and role, signed by the local issuer of the suite's data
// directory. Works for whoever may read that directory's key, and for no one else.
void AddTokenCommand(CLI::App& app, Action& action);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_TOKEN_COMMAND_H_
