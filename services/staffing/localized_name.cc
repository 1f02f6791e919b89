#include "services/staffing/localized_name.h"

namespace mudiriya::staffing {

const std::string& NameIn(Language language, const type::v1::LocalizedText& name) {
  const std::string& wanted = language == Language::kFrench    ? name.fr()
                              : language == Language::kEnglish ? name.en()
                                                               : name.ar();
  for (const std::string* text : {&wanted, &name.ar(), &name.en()}) {
    if (!text->empty()) return *text;
  }
  return name.fr();
}

}  // namespace mudiriya::staffing
