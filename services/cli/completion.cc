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

std::string Options(const CLI::App& command) {
  std::vector<std::string> words;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) words.push_back(absl::StrCat("--", name));
    if (option->get_name() == "kind") {
      for (const ResourceKind& kind : Catalogue()) words.push_back(kind.plural);
    }
  }
  return absl::StrJoin(words, " ");
}

std::string Verbs(const CLI::App& command) {
  std::vector<std::string> words;
  for (const CLI::App* sub : Subcommands(command)) words.push_back(sub->get_name());
  return absl::StrJoin(words, " ");
}

struct CommandPath {
  std::string path;  // "/staffing/plan"; "" for the program itself
  const CLI::App* command;
};

void AddPaths(const std::string& path, const CLI::App& command, std::vector<CommandPath>* paths) {
  paths->push_back({path, &command});
  for (const CLI::App* sub : Subcommands(command)) {
    AddPaths(absl::StrCat(path, "/", sub->get_name()), *sub, paths);
  }
}

constexpr char kBegin[] = R"(_mudiriya() {
  local words path='' word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path/$word" in
      )";

constexpr char kMiddle[] = R"() path="$path/$word" ;;
    esac
  done
  case "$path" in
)";

constexpr char kEnd[] = R"(  esac
  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _mudiriya mudiriya
)";

}  // namespace

std::string BashCompletion(const CLI::App& app) {
  std::vector<CommandPath> paths;
  AddPaths("", app, &paths);
  std::vector<std::string> names;
  std::string branches;
  for (const auto& [path, command] : paths) {
    if (!path.empty()) names.push_back(path);
    absl::StrAppend(&branches, "    '", path, "') words='", Verbs(*command), " ", Options(*command),
                    path.empty() ? "" : absl::StrCat(" ", Options(app)), "' ;;\n");
  }
  return absl::StrCat(kBegin, absl::StrJoin(names, "|"), kMiddle, branches, kEnd);
}

}  // namespace mudiriya::cli
