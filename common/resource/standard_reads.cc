#include "common/db/connection.h"
#include "common/resource/request_fields.h"
#include "common/resource/standard_core.h"
#include "common/status/macros.h"

namespace mudiriya::resource::standard::core {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

// The field of a list's response that holds the resources.
const FieldDescriptor* RowsField(const Descriptor& response, const Descriptor& resource) {
  for (int i = 0; i < response.field_count(); ++i) {
    const FieldDescriptor* field = response.field(i);
    if (field->is_repeated() && field->message_type() == &resource) return field;
  }
  return nullptr;
}

absl::StatusOr<ListQuery> QueryOf(const Call& call, const TableCore& table, const Message& request,
                                  const Condition& condition) {
  ListQuery query;
  if (table.pattern().collections().size() > 1) {
    ASSIGN_OR_RETURN(query.parent,
                     table.pattern().Parent().ParseParent(StringField(request, "parent")));
  }
  query.scope = call.readable();
  query.page_size = IntField(request, "page_size");
  query.page_token = StringField(request, "page_token");
  query.filter = StringField(request, "filter");
  query.order_by = StringField(request, "order_by");
  query.show_deleted = BoolField(request, "show_deleted");
  query.condition = condition;
  return query;
}

}  // namespace

absl::Status Get(Call& call, const TableCore& table, const Message& request, Message& row) {
  ASSIGN_OR_RETURN(const ResourceName name,
                   table.pattern().ParseName(StringField(request, "name")));
  return call.db().ReadOne(
      [&](db::Transaction& tx) { return table.GetInto(tx, name, Lock::kNone, row); });
}

absl::Status List(Call& call, const TableCore& table, const Message& request,
                  const Condition& condition, Message& response) {
  ASSIGN_OR_RETURN(const ListQuery query, QueryOf(call, table, request, condition));
  const Descriptor& type = *response.GetDescriptor();
  const FieldDescriptor* rows = RowsField(type, *table.shape().prototype->GetDescriptor());
  const FieldDescriptor* token = type.FindFieldByName("next_page_token");
  if (rows == nullptr || token == nullptr) {
    return absl::InternalError("the response of a list lacks its rows or next_page_token");
  }
  return call.db().ReadOne([&](db::Transaction& tx) -> absl::Status {
    response.Clear();
    std::string next_page_token;
    RETURN_IF_ERROR(table.ListInto(
        tx, query, [&] { return response.GetReflection()->AddMessage(&response, rows); },
        &next_page_token));
    response.GetReflection()->SetString(&response, token, std::move(next_page_token));
    return absl::OkStatus();
  });
}

}  // namespace mudiriya::resource::standard::core
