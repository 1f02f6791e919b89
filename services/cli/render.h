#ifndef MUDIRIYA_SERVICES_CLI_RENDER_H_
#define MUDIRIYA_SERVICES_CLI_RENDER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "common/status/language.h"
#include "google/protobuf/message.h"
#include "mudiriya/type/v1/localized_text.pb.h"

namespace mudiriya::cli {

using Messages = std::vector<std::unique_ptr<google::protobuf::Message>>;

// The text in the language asked for, else Arabic, else English, else French.
std::string InLanguage(const type::v1::LocalizedText& text, Language language);

// A number for a table: at most two decimals, rounded half-up, digits that every terminal has.
std::string Rounded(double value);

// JSON with the fields' own names, indented; the form in which `--from` reads it back.
std::string ToJson(const google::protobuf::Message& message);

// A JSON object with the messages under one key, as a list response has them.
std::string ToJson(absl::string_view key, const Messages& messages);

// One line a message, one column a field that any of them has set; nested messages are left out.
std::string ToTable(const Messages& messages, Language language);

// One line a message, one column a field path, for files: names in full, numbers unrounded, byte
// order mark in front.
std::string ToCsv(const Messages& messages);

// One line a field of a single message, nested ones by their paths.
std::string ToCard(const google::protobuf::Message& message);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_RENDER_H_
