#include <cstdio>
#include <cstdlib>

#include "absl/strings/match.h"
#include "common/status/localize.h"
#include "services/cli/command.h"
#include "services/cli/completion.h"
#include "services/cli/token_command.h"

namespace mudiriya::cli {
namespace {

// The reader's language if the environment names one of ours, else Arabic.
Language DefaultLanguage() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string tag = std::string(value).substr(0, 2);
    return ParseLanguageTag(tag).value_or(Language::kArabic);
  }
  return Language::kArabic;
}

Output OutputOf(const std::string& text) {
  return text == "json" ? Output::kJson : text == "csv" ? Output::kCsv : Output::kTable;
}

void AddGlobalOptions(CLI::App& app, Settings& settings) {
  app.add_option("--server", settings.server, "host:port; default: the suite that runs here");
  app.add_option("--token", settings.token, "Bearer token; default: that of the suite here");
  app.add_option("--tls_ca", settings.tls_ca, "Certificates to trust; requires TLS");
  app.add_option("--directorate", settings.directorate, "Directorate, e.g. assiut");
  app.add_option("--data_dir", settings.data_dir, "Data directory of the suite here");
  app.add_option_function<std::string>(
         "--output", [&settings](const std::string& text) { settings.output = OutputOf(text); },
         "Form of the answer")
      ->check(CLI::IsMember({"table", "json", "csv"}));
  app.add_option_function<std::string>(
         "--lang",
         [&settings](const std::string& text) { settings.language = *ParseLanguageTag(text); },
         "Language of names and messages")
      ->check(CLI::IsMember({"ar", "en", "fr"}));
  app.fallthrough();
  app.require_subcommand(1);
}

int Run(const char* program, Settings& settings, const Action& action) {
  absl::Status status = Complete(program, settings);
  if (status.ok()) {
    Context context(settings);
    status = action(context);
  }
  if (status.ok()) return 0;
  const std::string text = MessageIn(status, settings.language);
  const std::string code = absl::StatusCodeToString(status.code());
  std::fprintf(stderr, "mudiriya: %s: %s\n", code.c_str(),
               text.empty() ? std::string(status.message()).c_str() : text.c_str());
  return 1;
}

int Main(int argc, char** argv) {
  CLI::App app("mudiriya: health directorates' staffing, places and plans, from the terminal",
               "mudiriya");
  Settings settings;
  settings.language = DefaultLanguage();
  AddGlobalOptions(app, settings);
  Action action;
  AddResourceCommands(app, action);
  AddTransferCommands(app, action);
  AddTokenCommand(app, action);
  CLI::App* staffing = app.add_subcommand("staffing", "Who is missing where, and whom to move");
  staffing->require_subcommand(1);
  AddGapCommands(*staffing, action);
  AddPlanCommands(*staffing, action);
  bool completion = false;
  app.add_subcommand("completion", "Print the completion script for bash and zsh")
      ->callback([&completion] { completion = true; });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (completion) {
    std::fputs(BashCompletion(app).c_str(), stdout);
    return 0;
  }
  return Run(argv[0], settings, action);
}

}  // namespace
}  // namespace mudiriya::cli

int main(int argc, char** argv) { return mudiriya::cli::Main(argc, argv); }
