#ifndef MUDIRIYA_SERVICES_CLI_COMPLETION_H_
#define MUDIRIYA_SERVICES_CLI_COMPLETION_H_

#include <CLI/CLI.hpp>
#include <string>

namespace mudiriya::cli {

// A bash script (zsh loads it through bashcompinit) that completes commands, options and kinds of
// resources; generated from the program's own commands, so it never falls behind them.
std::string BashCompletion(const CLI::App& app);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_COMPLETION_H_
