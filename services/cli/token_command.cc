#include "services/cli/token_command.h"

#include <cstdio>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "common/server/auth/local_issuer.h"
#include "common/status/macros.h"

namespace mudiriya::cli {
namespace {

struct TokenArguments {
  std::string subject = "operator";
  std::vector<std::string> roles;
  int hours = 12;
};

absl::Status Mint(const Context& context, const TokenArguments& arguments) {
  const Settings& settings = context.settings();
  server::TokenRequest request;
  request.subject = arguments.subject;
  request.lifetime = absl::Hours(arguments.hours);
  const std::string& where = settings.directorate.empty() ? "*" : settings.directorate;
  for (const std::string& role : arguments.roles) {
    const bool has_directorate = role.find(':') != std::string::npos;
    request.roles.push_back(has_directorate ? role : absl::StrCat(where, ":", role));
  }
  ASSIGN_OR_RETURN(const auto issuer,
                   server::LocalIssuer::Open(absl::StrCat(settings.data_dir, "/issuer")));
  ASSIGN_OR_RETURN(const std::string token, issuer->MintToken(request, absl::Now()));
  std::printf("%s\n", token.c_str());
  return absl::OkStatus();
}

}  // namespace

void AddTokenCommand(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<TokenArguments>();
  CLI::App* token = app.add_subcommand("token", "Mint a token with the local suite's own key");
  token
      ->add_option(
          "--role", arguments->roles,
          "viewer, planner, approver, records_officer, administrator …; in the directorate "
          "of --directorate, or written assiut:planner")
      ->required();
  token->add_option("--subject", arguments->subject, "Who it stands for, e.g. deputy.preventive");
  token->add_option("--hours", arguments->hours, "How long it is valid")
      ->check(CLI::Range(1, 8760));
  token->callback([&action, arguments] {
    action = [arguments](Context& context) { return Mint(context, *arguments); };
  });
}

}  // namespace mudiriya::cli
