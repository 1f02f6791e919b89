#include <google/protobuf/util/json_util.h>

#include <fstream>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/status/macros.h"
#include "services/cli/catalogue.h"
#include "services/cli/command.h"
#include "services/cli/fields.h"
#include "services/cli/names.h"

// get | list | create | update | delete of any resource that the contracts declare.
namespace mudiriya::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

// What the five commands are given; one object for all, filled by whichever runs.
struct Arguments {
  std::string kind;  // or, for commands on one resource, its full name, which tells the kind
  std::string name;
  std::string parent;
  std::string filter;
  std::string order_by;
  size_t limit = 0;
  bool show_deleted = false;
  bool validate_only = false;
  std::vector<std::string> assignments;
  std::string file;
};

absl::StatusOr<const MethodDescriptor*> Needed(const MethodDescriptor* method,
                                               const ResourceKind& kind, absl::string_view verb) {
  if (method != nullptr) return method;
  return absl::InvalidArgumentError(absl::StrCat(kind.plural, " have no ", verb));
}

const FieldDescriptor* ResourceField(const Message& request, const ResourceKind& kind) {
  const auto* descriptor = request.GetDescriptor();
  for (int i = 0; i < descriptor->field_count(); ++i) {
    if (descriptor->field(i)->message_type() == kind.message) return descriptor->field(i);
  }
  return nullptr;
}

absl::Status ReadJson(const std::string& path, Message& message) {
  std::stringstream text;
  if (path == "-") {
    text << std::cin.rdbuf();
  } else {
    std::ifstream file(path);
    if (!file) return absl::NotFoundError(absl::StrCat("cannot read ", path));
    text << file.rdbuf();
  }
  const auto status = google::protobuf::util::JsonStringToMessage(text.str(), &message);
  if (status.ok()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(path, ": ", status.ToString()));
}

// Fills the resource from `--from` and the assignments `path=value`; `paths` gets the latter's.
absl::Status Fill(const Arguments& arguments, absl::string_view directorate, Message& resource,
                  std::vector<std::string>* paths) {
  if (!arguments.file.empty()) RETURN_IF_ERROR(ReadJson(arguments.file, resource));
  for (const std::string& assignment : arguments.assignments) {
    const size_t equals = assignment.find('=');
    if (equals == std::string::npos) {
      return absl::InvalidArgumentError(
          absl::StrCat("\"", assignment, "\" is not of the form field=value"));
    }
    paths->push_back(assignment.substr(0, equals));
    RETURN_IF_ERROR(SetField(resource, paths->back(), assignment.substr(equals + 1), directorate));
  }
  return absl::OkStatus();
}

// One resource that a command is about.
struct Target {
  const ResourceKind* kind = nullptr;
  std::string name;
};

// `facility f1` and `directorates/assiut/facilities/f1` are the same.
absl::StatusOr<Target> FindTarget(const Context& context, const Arguments& arguments) {
  Target target;
  if (arguments.name.empty() && absl::StrContains(arguments.kind, '/')) {
    ASSIGN_OR_RETURN(target.kind, FindKindOfName(arguments.kind));
    target.name = arguments.kind;
    return target;
  }
  ASSIGN_OR_RETURN(target.kind, FindKind(arguments.kind));
  ASSIGN_OR_RETURN(target.name, ExpandName(arguments.name, target.kind->pattern,
                                           context.settings().directorate));
  return target;
}

absl::Status Get(Context& context, const Arguments& arguments) {
  ASSIGN_OR_RETURN(const Target target, FindTarget(context, arguments));
  ASSIGN_OR_RETURN(const MethodDescriptor* method, Needed(target.kind->get, *target.kind, "get"));
  const auto request = NewMessage(method->input_type());
  const auto response = NewMessage(method->output_type());
  MustSet(*request, "name", target.name);
  RETURN_IF_ERROR(context.Invoke(*method, *request, *response));
  context.Print(*response);
  return absl::OkStatus();
}

void SetIfThere(Message& request, const std::string& field, const std::string& value) {
  if (HasField(request, field)) MustSet(request, field, value);
}

absl::Status List(Context& context, const Arguments& arguments) {
  ASSIGN_OR_RETURN(const ResourceKind* kind, FindKind(arguments.kind));
  ASSIGN_OR_RETURN(const MethodDescriptor* method, Needed(kind->list, *kind, "list"));
  ASSIGN_OR_RETURN(const std::string parent,
                   ExpandParent(arguments.parent, kind->pattern, context.ReadDirectorate()));
  const auto request = NewMessage(method->input_type());
  SetIfThere(*request, "parent", parent);
  SetIfThere(*request, "filter", arguments.filter);
  SetIfThere(*request, "order_by", arguments.order_by);
  if (arguments.show_deleted) SetIfThere(*request, "show_deleted", "true");
  Messages messages;
  bool more = false;
  RETURN_IF_ERROR(context.List(*method, *request, arguments.limit, messages, &more));
  context.Print(kind->plural, messages);
  return absl::OkStatus();
}

// Sends a Create or Update request and prints the resource that comes back.
absl::Status Write(Context& context, const Arguments& arguments, const MethodDescriptor& method,
                   Message& request) {
  if (arguments.validate_only) SetIfThere(request, "validate_only", "true");
  const auto response = NewMessage(method.output_type());
  RETURN_IF_ERROR(context.Invoke(method, request, *response));
  context.Print(*response);
  return absl::OkStatus();
}

absl::Status Create(Context& context, const Arguments& arguments) {
  ASSIGN_OR_RETURN(const ResourceKind* kind, FindKind(arguments.kind));
  ASSIGN_OR_RETURN(const MethodDescriptor* method, Needed(kind->create, *kind, "create"));
  const auto request = NewMessage(method->input_type());
  if (HasField(*request, "parent")) {
    RETURN_IF_ERROR(context.WriteParent().status());
    ASSIGN_OR_RETURN(const std::string parent,
                     ExpandParent(arguments.parent, kind->pattern, context.settings().directorate));
    MustSet(*request, "parent", parent);
  }
  const FieldDescriptor* field = ResourceField(*request, *kind);
  MustSet(*request, absl::StrCat(field->name(), "_id"), arguments.name);
  std::vector<std::string> paths;
  RETURN_IF_ERROR(Fill(arguments, context.settings().directorate,
                       *request->GetReflection()->MutableMessage(request.get(), field), &paths));
  return Write(context, arguments, *method, *request);
}

absl::Status Update(Context& context, const Arguments& arguments) {
  ASSIGN_OR_RETURN(const Target target, FindTarget(context, arguments));
  ASSIGN_OR_RETURN(const MethodDescriptor* method,
                   Needed(target.kind->update, *target.kind, "update"));
  const auto request = NewMessage(method->input_type());
  const FieldDescriptor* field = ResourceField(*request, *target.kind);
  Message& resource = *request->GetReflection()->MutableMessage(request.get(), field);
  std::vector<std::string> paths;
  RETURN_IF_ERROR(Fill(arguments, context.settings().directorate, resource, &paths));
  MustSet(resource, "name", target.name);
  if (!paths.empty()) MustSet(*request, "update_mask.paths", absl::StrJoin(paths, ","));
  return Write(context, arguments, *method, *request);
}

absl::Status Delete(Context& context, const Arguments& arguments) {
  ASSIGN_OR_RETURN(const Target target, FindTarget(context, arguments));
  ASSIGN_OR_RETURN(const MethodDescriptor* method,
                   Needed(target.kind->remove, *target.kind, "delete"));
  const auto request = NewMessage(method->input_type());
  const auto response = NewMessage(method->output_type());
  MustSet(*request, "name", target.name);
  if (arguments.validate_only) SetIfThere(*request, "validate_only", "true");
  RETURN_IF_ERROR(context.Invoke(*method, *request, *response));
  std::printf("deleted %s\n", target.name.c_str());
  return absl::OkStatus();
}

CLI::App* AddVerb(CLI::App& app, Action& action, const char* verb, const char* help,
                  absl::Status (*run)(Context&, const Arguments&),
                  const std::shared_ptr<Arguments>& arguments) {
  CLI::App* command = app.add_subcommand(verb, help);
  command
      ->add_option("kind", arguments->kind, "Its kind, e.g. facility, staffMember; or a full name")
      ->required();
  command->callback([&action, run, arguments] {
    action = [run, arguments](Context& context) { return run(context, *arguments); };
  });
  return command;
}

void AddWriteOptions(CLI::App* command, Arguments& arguments) {
  command->add_option("--set", arguments.assignments, "field=value; may be repeated")
      ->allow_extra_args(false);
  command->add_option("--from", arguments.file, "JSON of the resource; - reads standard input");
  command->add_flag("--validate-only", arguments.validate_only, "Check only, write nothing");
}

}  // namespace

void AddResourceCommands(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* get = AddVerb(app, action, "get", "Show one resource", &Get, arguments);
  get->add_option("name", arguments->name, "Its id or name; none for a singleton");

  CLI::App* list = AddVerb(app, action, "list", "List resources of a kind", &List, arguments);
  list->add_option("--parent", arguments->parent, "Below what, e.g. facilities/abnub-hospital");
  list->add_option("--filter", arguments->filter, "AIP-160 filter, e.g. 'type = HOSPITAL'");
  list->add_option("--order-by", arguments->order_by, "Fields, e.g. 'display_name.ar, beds desc'");
  list->add_option("--limit", arguments->limit, "At most so many; 0 for all");
  list->add_flag("--show-deleted", arguments->show_deleted, "Deleted ones too");

  CLI::App* create = AddVerb(app, action, "create", "Create a resource", &Create, arguments);
  create->add_option("id", arguments->name, "Its id; chosen by the server if left out");
  create->add_option("--parent", arguments->parent, "Below what, if not the directorate itself");
  AddWriteOptions(create, *arguments);

  CLI::App* update =
      AddVerb(app, action, "update", "Change fields of a resource", &Update, arguments);
  update->add_option("name", arguments->name, "Its id or name; none for a singleton");
  AddWriteOptions(update, *arguments);

  CLI::App* remove = AddVerb(app, action, "delete", "Delete a resource", &Delete, arguments);
  remove->add_option("name", arguments->name, "Its id or name");
  remove->add_flag("--validate-only", arguments->validate_only, "Check only, delete nothing");
}

}  // namespace mudiriya::cli
