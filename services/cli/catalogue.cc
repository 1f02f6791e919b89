#include "services/cli/catalogue.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "google/api/resource.pb.h"
#include "services/cli/proto_files.h"

namespace mudiriya::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::FieldDescriptor;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;
using Kinds = std::map<std::string, ResourceKind>;

bool IsResource(const Descriptor& message) {
  return message.options().HasExtension(google::api::resource);
}

ResourceKind& KindOf(const Descriptor& message, Kinds& kinds) {
  const auto& resource = message.options().GetExtension(google::api::resource);
  ResourceKind& kind = kinds[resource.type()];
  if (kind.message == nullptr) {
    kind.type = resource.type();
    kind.singular = resource.singular();
    kind.plural = resource.plural();
    kind.pattern = resource.pattern(0);
    kind.message = &message;
  }
  return kind;
}

// The resource in a list response: its repeated field. Null if the response lists something else.
const Descriptor* Listed(const Descriptor& response) {
  for (int i = 0; i < response.field_count(); ++i) {
    const FieldDescriptor* field = response.field(i);
    if (field->is_repeated() && field->message_type() != nullptr &&
        IsResource(*field->message_type())) {
      return field->message_type();
    }
  }
  return nullptr;
}

// The resource that a Create or Update request carries; null for any other request.
const Descriptor* Carried(const Descriptor& request) {
  for (int i = 0; i < request.field_count(); ++i) {
    const Descriptor* type = request.field(i)->message_type();
    if (type != nullptr && IsResource(*type)) return type;
  }
  return nullptr;
}

// The resource whose `name` a Delete request gives, by the reference on that field.
std::string NamedType(const Descriptor& request) {
  const FieldDescriptor* name = request.FindFieldByName("name");
  if (name == nullptr) return "";
  return name->options().GetExtension(google::api::resource_reference).type();
}

void AddMethod(const MethodDescriptor& method, Kinds& kinds) {
  const std::string& name = method.name();
  const Descriptor& output = *method.output_type();
  if (absl::StartsWith(name, "List")) {
    const Descriptor* listed = Listed(output);
    if (listed != nullptr) KindOf(*listed, kinds).list = &method;
  } else if (absl::StartsWith(name, "Get") && IsResource(output)) {
    KindOf(output, kinds).get = &method;
  } else if (name == absl::StrCat("Create", output.name()) && Carried(*method.input_type())) {
    KindOf(output, kinds).create = &method;
  } else if (name == absl::StrCat("Update", output.name()) && Carried(*method.input_type())) {
    KindOf(output, kinds).update = &method;
  }
}

void AddMethods(const ServiceDescriptor& service, Kinds& kinds) {
  for (int i = 0; i < service.method_count(); ++i) AddMethod(*service.method(i), kinds);
}

// A deletion may answer Empty, so its resource is known only once the other methods are.
void AddRemovals(const ServiceDescriptor& service, Kinds& kinds) {
  for (int i = 0; i < service.method_count(); ++i) {
    const MethodDescriptor& method = *service.method(i);
    if (!absl::StartsWith(method.name(), "Delete")) continue;
    const auto kind = kinds.find(NamedType(*method.input_type()));
    if (kind != kinds.end()) kind->second.remove = &method;
  }
}

// Import and export are one pair of RPCs a package; each of its kinds that has a list may try them.
void AddTransfers(const ServiceDescriptor& service, Kinds& kinds) {
  for (auto& [type, kind] : kinds) {
    if (kind.message->file()->package() != service.file()->package()) continue;
    if (const auto* method = service.FindMethodByName("ImportRows")) kind.import = method;
    if (const auto* method = service.FindMethodByName("ExportRows")) kind.export_ = method;
  }
}

template <typename Visitor>
void ForEachService(const Visitor& visit) {
  for (const char* file : kProtoFiles) {
    const auto* descriptor = DescriptorPool::generated_pool()->FindFileByName(file);
    for (int i = 0; descriptor != nullptr && i < descriptor->service_count(); ++i) {
      visit(*descriptor->service(i));
    }
  }
}

std::vector<ResourceKind> ReadCatalogue() {
  Kinds kinds;
  ForEachService([&kinds](const ServiceDescriptor& service) { AddMethods(service, kinds); });
  ForEachService([&kinds](const ServiceDescriptor& service) {
    AddRemovals(service, kinds);
    AddTransfers(service, kinds);
  });
  std::vector<ResourceKind> sorted;
  for (auto& [type, kind] : kinds) sorted.push_back(kind);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.plural < b.plural; });
  return sorted;
}

// A word without what spellings differ in.
std::string Bare(absl::string_view word) {
  std::string bare = absl::AsciiStrToLower(word);
  bare.erase(std::remove_if(bare.begin(), bare.end(), [](char c) { return c == '-' || c == '_'; }),
             bare.end());
  return bare;
}

// Whether the name has the pattern's collections, and something in place of each variable.
bool Fits(absl::string_view name, absl::string_view pattern) {
  const std::vector<absl::string_view> given = absl::StrSplit(name, '/');
  const std::vector<absl::string_view> expected = absl::StrSplit(pattern, '/');
  return std::equal(given.begin(), given.end(), expected.begin(), expected.end(),
                    [](absl::string_view segment, absl::string_view wanted) {
                      const bool variable = absl::StartsWith(wanted, "{");
                      return variable ? !segment.empty() : segment == wanted;
                    });
}

}  // namespace

const std::vector<ResourceKind>& Catalogue() {
  static const std::vector<ResourceKind>& catalogue =
      *new std::vector<ResourceKind>(ReadCatalogue());
  return catalogue;
}

absl::StatusOr<const ResourceKind*> FindKind(absl::string_view word) {
  const std::string bare = Bare(word);
  std::vector<std::string> plurals;
  for (const ResourceKind& kind : Catalogue()) {
    if (Bare(kind.singular) == bare || Bare(kind.plural) == bare) return &kind;
    plurals.push_back(kind.plural);
  }
  return absl::InvalidArgumentError(
      absl::StrCat("there is no resource \"", word, "\"; known: ", absl::StrJoin(plurals, ", ")));
}

absl::StatusOr<const ResourceKind*> FindKindOfName(absl::string_view name) {
  for (const ResourceKind& kind : Catalogue()) {
    if (Fits(name, kind.pattern)) return &kind;
  }
  return absl::InvalidArgumentError(absl::StrCat("no resource has a name like \"", name, "\""));
}

const MethodDescriptor& FindMethod(absl::string_view package, absl::string_view service,
                                   absl::string_view method) {
  const std::string name = absl::StrCat("mudiriya.", package, ".v1.", service, ".", method);
  const auto* found = DescriptorPool::generated_pool()->FindMethodByName(name);
  if (found == nullptr) {
    std::fprintf(stderr, "the contracts lack %s\n", name.c_str());
    std::abort();
  }
  return *found;
}

}  // namespace mudiriya::cli
