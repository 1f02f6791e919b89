#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/resource/change_log.h"
#include "common/resource/etag.h"
#include "common/resource/field_mask.h"
#include "common/resource/field_value.h"
#include "common/resource/request_fields.h"
#include "common/resource/standard_core.h"
#include "common/resource/validate.h"
#include "common/resource/write.h"
#include "common/status/errors.h"
#include "common/status/macros.h"

namespace mudiriya::resource::standard::core {
namespace {

using google::protobuf::FieldDescriptor;

// One standard write: what all of them need, and the steps that they share.
class Writer {
 public:
  Writer(Call& call, const TableCore& table, const Message& request, const MessageHooks& hooks)
      : call_(call),
        table_(table),
        request_(request),
        hooks_(hooks),
        origin_(OriginOf(call, StringField(request, "request_id"))),
        resource_field_(ResourceField(request, *table.shape().prototype->GetDescriptor())) {}

  absl::Status Create(Message& row) {
    ASSIGN_OR_RETURN(const ResourceName name, NewName());
    ASSIGN_OR_RETURN(const std::unique_ptr<Message> given, Given(name));
    return Run(row, [&](db::Transaction& tx, Message& out) {
      out.CopyFrom(*given);
      return Insert(tx, name, out);
    });
  }

  absl::Status Update(Message& row) {
    ASSIGN_OR_RETURN(const ResourceName name,
                     table_.pattern().ParseName(StringField(Resource(), "name"), Path("name")));
    ASSIGN_OR_RETURN(const UpdatePlan plan, PlanUpdate(Resource(), MaskField(request_)));
    ASSIGN_OR_RETURN(const std::unique_ptr<Message> given, Given(name));
    return Run(row, [&](db::Transaction& tx, Message& out) -> absl::Status {
      const absl::Status found = table_.GetInto(tx, name, Lock::kForUpdate, out);
      if (absl::IsNotFound(found) && BoolField(request_, "allow_missing")) {
        out.CopyFrom(*given);
        return Insert(tx, name, out);
      }
      RETURN_IF_ERROR(found);
      if (IsDeleted(out)) return Error(Reason::DELETED, {{"name", name.text()}});
      RETURN_IF_ERROR(CheckEtag(StringField(Resource(), "etag"), name, out));
      return Store(tx, plan, *given, name, out);
    });
  }

  absl::Status Delete(Message& response) {
    ASSIGN_OR_RETURN(const ResourceName name,
                     table_.pattern().ParseName(StringField(request_, "name")));
    return Run(response, [&](db::Transaction& tx, Message& out) -> absl::Status {
      const std::unique_ptr<Message> row(table_.shape().prototype->New());
      const absl::Status found = table_.GetInto(tx, name, Lock::kForUpdate, *row);
      if (absl::IsNotFound(found) || IsDeleted(*row)) return AlreadyGone(name, *row, out);
      RETURN_IF_ERROR(found);
      RETURN_IF_ERROR(CheckEtag(StringField(request_, "etag"), name, *row));
      if (hooks_.before_delete) RETURN_IF_ERROR(hooks_.before_delete(tx, *row));
      return table_.soft_delete() ? SetDeleted(tx, true, name, *row, out) : Remove(tx, name, *row);
    });
  }

  absl::Status Undelete(Message& row) {
    ASSIGN_OR_RETURN(const ResourceName name,
                     table_.pattern().ParseName(StringField(request_, "name")));
    return Run(row, [&](db::Transaction& tx, Message& out) -> absl::Status {
      RETURN_IF_ERROR(table_.GetInto(tx, name, Lock::kForUpdate, out));
      if (!IsDeleted(out)) return Error(Reason::NOT_DELETED, {{"name", name.text()}});
      RETURN_IF_ERROR(CheckEtag(StringField(request_, "etag"), name, out));
      const std::unique_ptr<Message> stored(out.New());
      stored->CopyFrom(out);
      return SetDeleted(tx, false, name, *stored, out);
    });
  }

 private:
  using Closure = absl::FunctionRef<absl::Status(db::Transaction&, Message&)>;

  absl::Status Run(Message& response, Closure closure) {
    return RunWriteMessage(call_, request_, hooks_.before_transaction, closure, response);
  }

  const Message& Resource() const {
    return request_.GetReflection()->GetMessage(request_, resource_field_);
  }
  std::string Path(absl::string_view field) const {
    return absl::StrCat(resource_field_->name(), ".", field);
  }

  // The name of a resource to be created, with the id asked for or a generated one.
  absl::StatusOr<ResourceName> NewName() const {
    const ResourcePattern& pattern = table_.pattern();
    std::vector<std::string> ids;
    if (pattern.collections().size() > 1) {
      ASSIGN_OR_RETURN(const ResourceName parent,
                       pattern.Parent().ParseName(StringField(request_, "parent"), "parent"));
      ids = parent.ids();
    }
    const std::string id_field = absl::StrCat(resource_field_->name(), "_id");
    std::string id = StringField(request_, id_field);
    if (id.empty()) id = GenerateId();
    if (!IsValidId(id)) return InvalidField(id_field, Reason::INVALID_ID);
    ids.push_back(std::move(id));
    return pattern.Make(std::move(ids));
  }

  // The request's resource without what it cannot set, under its name.
  absl::StatusOr<std::unique_ptr<Message>> Given(const ResourceName& name) const {
    std::unique_ptr<Message> given(Resource().New());
    given->CopyFrom(Resource());
    ClearOutputOnly(*given, table_.rules());
    given->GetReflection()->SetString(given.get(), table_.shape().name, name.text());
    RETURN_IF_ERROR(
        CheckReferences(table_.shape(), *given, name.directorate(), Path("")).ToStatus());
    return given;
  }

  bool IsDeleted(const Message& row) const {
    return table_.soft_delete() && row.GetReflection()->HasField(row, table_.shape().delete_time);
  }

  absl::Status CheckEtag(absl::string_view given, const ResourceName& name,
                         const Message& row) const {
    const FieldDescriptor* etag = table_.shape().etag;
    if (given.empty() || etag == nullptr) return absl::OkStatus();
    return given == row.GetReflection()->GetString(row, etag) ? absl::OkStatus()
                                                              : Stale(name.text());
  }

  absl::Status Insert(db::Transaction& tx, const ResourceName& name, Message& row) {
    if (hooks_.before_write) RETURN_IF_ERROR(hooks_.before_write(tx, nullptr, row));
    RETURN_IF_ERROR(table_.InsertMessage(tx, row, origin_.time));
    return Written(tx, name, Change::CREATED, {}, nullptr, &row);
  }

  absl::Status Store(db::Transaction& tx, const UpdatePlan& plan, const Message& given,
                     const ResourceName& name, Message& row) {
    const std::unique_ptr<Message> old(row.New());
    old->CopyFrom(row);
    RETURN_IF_ERROR(ApplyUpdate(table_.shape(), plan, given, Path(""), row));
    // Also a field that no column holds, for a hook may store it.
    const bool asks_for_change = old->SerializeAsString() != row.SerializeAsString();
    if (hooks_.before_write) RETURN_IF_ERROR(hooks_.before_write(tx, old.get(), row));
    std::vector<std::string> changed = table_.ChangedPaths(*old, row);
    if (changed.empty() && !asks_for_change) return absl::OkStatus();
    RETURN_IF_ERROR(table_.UpdateMessage(tx, *old, row, origin_.time));
    return Written(tx, name, Change::UPDATED, std::move(changed), old.get(), &row);
  }

  absl::Status AlreadyGone(const ResourceName& name, const Message& row, Message& out) const {
    if (!BoolField(request_, "allow_missing")) return NotFound(name.text());
    if (out.GetDescriptor() == row.GetDescriptor()) {
      out.CopyFrom(row);
      out.GetReflection()->SetString(&out, table_.shape().name, name.text());
    }
    return absl::OkStatus();
  }

  absl::Status SetDeleted(db::Transaction& tx, bool deleted, const ResourceName& name,
                          const Message& old, Message& out) {
    if (out.GetDescriptor() != old.GetDescriptor()) {
      return absl::InternalError("a soft deletion returns the resource");
    }
    out.CopyFrom(old);
    RETURN_IF_ERROR(table_.SetDeleted(tx, out, origin_.time, deleted));
    return Written(tx, name, deleted ? Change::DELETED : Change::UNDELETED, {}, &old, &out);
  }

  absl::Status Remove(db::Transaction& tx, const ResourceName& name, const Message& row) {
    RETURN_IF_ERROR(table_.DeleteRow(tx, row));
    return Written(tx, name, Change::DELETED, {}, &row, nullptr);
  }

  absl::Status Written(db::Transaction& tx, const ResourceName& name, Change::Kind kind,
                       std::vector<std::string> paths, const Message* old, const Message* next) {
    RETURN_IF_ERROR(
        AppendChange(tx, origin_, name.text(), table_.resource_type(), kind, std::move(paths)));
    return hooks_.after_write ? hooks_.after_write(tx, old, next) : absl::OkStatus();
  }

  Call& call_;
  const TableCore& table_;
  const Message& request_;
  const MessageHooks& hooks_;
  const ChangeOrigin origin_;
  const FieldDescriptor* const resource_field_;
};

}  // namespace

absl::Status Create(Call& call, const TableCore& table, const Message& request,
                    const MessageHooks& hooks, Message& row) {
  return Writer(call, table, request, hooks).Create(row);
}

absl::Status Update(Call& call, const TableCore& table, const Message& request,
                    const MessageHooks& hooks, Message& row) {
  return Writer(call, table, request, hooks).Update(row);
}

absl::Status Delete(Call& call, const TableCore& table, const Message& request,
                    const MessageHooks& hooks, Message& response) {
  return Writer(call, table, request, hooks).Delete(response);
}

absl::Status Undelete(Call& call, const TableCore& table, const Message& request,
                      const MessageHooks& hooks, Message& row) {
  return Writer(call, table, request, hooks).Undelete(row);
}

}  // namespace mudiriya::resource::standard::core
