#ifndef MUDIRIYA_COMMON_RESOURCE_NAME_H_
#define MUDIRIYA_COMMON_RESOURCE_NAME_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "google/protobuf/descriptor.h"

namespace mudiriya::resource {

// In the parent of a list request: every one that the caller may see (AIP-159).
inline constexpr absl::string_view kAny = "-";

// Whether `id` is 1 to 63 lower-case letters, digits and hyphens, with a letter or digit at both
// ends: `[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?`.
bool IsValidId(absl::string_view id);

// A parsed name such as `directorates/homs/facilities/al-waleed`.
class ResourceName {
 public:
  ResourceName() = default;
  ResourceName(std::string text, std::vector<std::string> ids)
      : text_(std::move(text)), ids_(std::move(ids)) {}

  const std::string& text() const { return text_; }
  // One id for each variable of the pattern, outermost first: {"homs", "al-waleed"}.
  const std::vector<std::string>& ids() const { return ids_; }
  const std::string& directorate() const { return ids_.front(); }
  const std::string& id() const { return ids_.back(); }
  // The name without its last collection and id: `directorates/homs`; empty for a directorate. That
  // of a singleton is the name without its last word.
  std::string parent() const;

  friend bool operator==(const ResourceName& a, const ResourceName& b) {
    return a.text_ == b.text_;
  }

 private:
  std::string text_;
  std::vector<std::string> ids_;
};

// The pattern of google.api.resource, `directorates/{directorate}/facilities/{facility}`; or that
// of a singleton, `directorates/{directorate}/staffingSettings` (AIP-156), which has no id of its
// own. Immutable, so it may be shared between threads.
class ResourcePattern {
 public:
  // Returns INVALID_ARGUMENT if the text is not collections and variables in turn.
  static absl::StatusOr<ResourcePattern> Parse(absl::string_view pattern);
  // The first pattern that the message declares. Returns INVALID_ARGUMENT if it declares none.
  static absl::StatusOr<ResourcePattern> Of(const google::protobuf::Descriptor& message);
  // The pattern of a type such as `registry.mudiriya.health/Facility`, found as the message
  // `mudiriya.registry.v1.Facility`. Returns NOT_FOUND if this program does not link that message.
  static absl::StatusOr<ResourcePattern> OfType(absl::string_view resource_type);

  // {"directorate", "facility"}; as many as there are collections, or one fewer (a singleton).
  const std::vector<std::string>& variables() const { return variables_; }
  const std::vector<std::string>& collections() const { return collections_; }
  const std::string& text() const { return text_; }
  bool singleton() const { return variables_.size() < collections_.size(); }
  // Without the last collection and variable. Must have more than one collection.
  ResourcePattern Parent() const;

  // Returns INVALID_ARGUMENT naming `field` if the text has another form, or an id is malformed.
  absl::StatusOr<ResourceName> ParseName(absl::string_view name,
                                         absl::string_view field = "name") const;
  // The same for the parent of a list, in which `-` may stand for any id.
  absl::StatusOr<ResourceName> ParseParent(absl::string_view name,
                                           absl::string_view field = "parent") const;
  // Whether the text is a name of this pattern; `allow_any` admits `-` as an id.
  bool Matches(absl::string_view name, bool allow_any = false) const;

  // The name with these ids, one for each variable. Ids are not checked.
  std::string Format(absl::Span<const std::string> ids) const;
  ResourceName Make(std::vector<std::string> ids) const;

 private:
  bool Split(absl::string_view name, bool allow_any, std::vector<std::string>* ids) const;

  std::string text_;
  std::vector<std::string> collections_;
  std::vector<std::string> variables_;
};

// The id of the directorate that a name of any pattern lies in; empty if it lies in none.
absl::string_view DirectorateOf(absl::string_view name);

// A random id of 16 characters for a resource whose creator chose none; starts with a letter.
std::string GenerateId();

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_NAME_H_
