#include "common/resource/name.h"

#include <algorithm>
#include <random>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "google/api/resource.pb.h"

namespace mudiriya::resource {
namespace {

constexpr size_t kMaxIdLength = 63;
constexpr size_t kGeneratedLength = 16;

bool IsAlphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

absl::Status BadPattern(absl::string_view pattern) {
  return absl::InvalidArgumentError(absl::StrCat("not a resource pattern: ", pattern));
}

}  // namespace

bool IsValidId(absl::string_view id) {
  if (id.empty() || id.size() > kMaxIdLength) return false;
  if (!IsAlphanumeric(id.front()) || !IsAlphanumeric(id.back())) return false;
  return std::all_of(id.begin(), id.end(), [](char c) { return IsAlphanumeric(c) || c == '-'; });
}

std::string ResourceName::parent() const {
  std::vector<absl::string_view> parts = absl::StrSplit(text_, '/');
  const size_t own = parts.size() % 2 == 0 ? 2 : 1;
  parts.resize(parts.size() - own);
  return absl::StrJoin(parts, "/");
}

absl::StatusOr<ResourcePattern> ResourcePattern::Parse(absl::string_view pattern) {
  std::vector<absl::string_view> parts = absl::StrSplit(pattern, '/');
  ResourcePattern out;
  out.text_ = std::string(pattern);
  for (size_t i = 0; i < parts.size(); ++i) {
    absl::string_view part = parts[i];
    const bool braced = absl::ConsumePrefix(&part, "{") && absl::ConsumeSuffix(&part, "}");
    if (braced != (i % 2 == 1) || part.empty()) return BadPattern(pattern);
    (braced ? out.variables_ : out.collections_).emplace_back(part);
  }
  return out;
}

absl::StatusOr<ResourcePattern> ResourcePattern::Of(const google::protobuf::Descriptor& message) {
  const auto& option = message.options().GetExtension(google::api::resource);
  if (option.pattern_size() == 0) {
    return absl::InvalidArgumentError(
        absl::StrCat(message.full_name(), " declares no google.api.resource"));
  }
  return Parse(option.pattern(0));
}

absl::StatusOr<ResourcePattern> ResourcePattern::OfType(absl::string_view resource_type) {
  // By convention the type `registry.mudiriya.health/Facility` is mudiriya.registry.v1.Facility.
  const std::vector<absl::string_view> parts = absl::StrSplit(resource_type, '/');
  const absl::string_view service = parts[0].substr(0, parts[0].find('.'));
  if (parts.size() == 2) {
    const auto* message = google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(
        absl::StrCat("mudiriya.", service, ".v1.", parts[1]));
    if (message != nullptr) return Of(*message);
  }
  return absl::NotFoundError(absl::StrCat("no message for resource type ", resource_type));
}

ResourcePattern ResourcePattern::Parent() const {
  ResourcePattern parent = *this;
  parent.collections_.pop_back();
  if (!singleton()) parent.variables_.pop_back();
  parent.text_ = ResourceName(text_, {}).parent();
  return parent;
}

bool ResourcePattern::Split(absl::string_view name, bool allow_any,
                            std::vector<std::string>* ids) const {
  size_t i = 0;
  for (absl::string_view part : absl::StrSplit(name, '/')) {
    const size_t level = i / 2;
    if (level >= collections_.size()) return false;
    if (i % 2 == 0) {
      if (part != collections_[level]) return false;
    } else {
      if (!IsValidId(part) && !(allow_any && part == kAny)) return false;
      if (ids != nullptr) ids->emplace_back(part);
    }
    ++i;
  }
  return i == collections_.size() + variables_.size();
}

absl::StatusOr<ResourceName> ResourcePattern::ParseName(absl::string_view name,
                                                        absl::string_view field) const {
  std::vector<std::string> ids;
  if (Split(name, /*allow_any=*/false, &ids))
    return ResourceName(std::string(name), std::move(ids));
  return InvalidField(field, Reason::INVALID_NAME, {{"pattern", text_}});
}

absl::StatusOr<ResourceName> ResourcePattern::ParseParent(absl::string_view name,
                                                          absl::string_view field) const {
  std::vector<std::string> ids;
  if (Split(name, /*allow_any=*/true, &ids)) return ResourceName(std::string(name), std::move(ids));
  return InvalidField(field, Reason::INVALID_NAME, {{"pattern", text_}});
}

bool ResourcePattern::Matches(absl::string_view name, bool allow_any) const {
  return Split(name, allow_any, nullptr);
}

std::string ResourcePattern::Format(absl::Span<const std::string> ids) const {
  std::string name;
  for (size_t i = 0; i < collections_.size(); ++i) {
    absl::StrAppend(&name, i == 0 ? "" : "/", collections_[i]);
    if (i < variables_.size()) absl::StrAppend(&name, "/", ids[i]);
  }
  return name;
}

ResourceName ResourcePattern::Make(std::vector<std::string> ids) const {
  std::string text = Format(ids);
  return ResourceName(std::move(text), std::move(ids));
}

absl::string_view DirectorateOf(absl::string_view name) {
  if (!absl::ConsumePrefix(&name, "directorates/")) return "";
  return name.substr(0, name.find('/'));
}

std::string GenerateId() {
  static constexpr absl::string_view kDigits = "abcdefghijklmnopqrstuvwxyz0123456789";
  static constexpr size_t kLetters = 26;
  thread_local std::mt19937_64 random{std::random_device{}()};
  std::string id;
  for (size_t i = 0; i < kGeneratedLength; ++i) {
    const size_t choices = i == 0 ? kLetters : kDigits.size();
    id += kDigits[std::uniform_int_distribution<size_t>(0, choices - 1)(random)];
  }
  return id;
}

}  // namespace mudiriya::resource
