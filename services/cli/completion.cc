#include "services/cli/completion.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/cli/catalogue.h"

namespace mudiriya::cli {
namespace {

std::vector<const CLI::App*> Subcommands(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::string Words(const CLI::App& command) {
  std::vector<std::string> words;
  for (const CLI::App* sub : Subcommands(command)) words.push_back(sub->get_name());
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) words.push_back(absl::StrCat("--", name));
    if (option->get_name() == "kind") {
      for (const ResourceKind& kind : Catalogue()) words.push_back(kind.plural);
    }
  }
  return absl::StrJoin(words, " ");
}

// One `case` branch for each command, by its path.
void AddBranches(const CLI::App& command, const std::string& path, std::string* script) {
  absl::StrAppend(script, "    '", path, "') words='", Words(command), "' ;;\n");
  for (const CLI::App* sub : Subcommands(command)) {
    AddBranches(*sub, absl::StrCat(path, "/", sub->get_name()), script);
  }
}

}  // namespace

std::string BashCompletion(const CLI::App& app) {
  std::string branches;
  AddBranches(app, "", &branches);
  return absl::StrCat(R"(_mudiriya() {
  local words path='' global word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path/$word" in
)",
                      [&app] {
                        std::vector<std::string> paths;
                        const auto visit = [&paths](const auto& self, const CLI::App& at,
                                                    const std::string& path) -> void {
                          for (const CLI::App* sub : Subcommands(at)) {
                            paths.push_back(absl::StrCat(path, "/", sub->get_name()));
                            self(self, *sub, paths.back());
                          }
                        };
                        visit(visit, app, "");
                        return absl::StrCat("      ", absl::StrJoin(paths, "|"));
                      }(),
                      R"() path="$path/$word" ;;
    esac
  done
  global=')",
                      Words(app), R"('
  case "$path" in
)",
                      branches, R"(  esac
  [[ "${COMP_WORDS[COMP_CWORD]}" == --* ]] && words="$words $global"
  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _mudiriya mudiriya
)");
}

}  // namespace mudiriya::cli
