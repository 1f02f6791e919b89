#ifndef MUDIRIYA_SERVICES_STAFFING_LOCALIZED_NAME_H_
#define MUDIRIYA_SERVICES_STAFFING_LOCALIZED_NAME_H_

#include <string>

#include "common/status/language.h"
#include "mudiriya/type/v1/localized_text.pb.h"

namespace mudiriya::staffing {

// The text in the language, or where there is none in it, in the first of Arabic, English and
// French that there is one in; empty if there is none at all.
const std::string& NameIn(Language language, const type::v1::LocalizedText& name);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LOCALIZED_NAME_H_
