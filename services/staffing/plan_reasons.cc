#include "services/staffing/plan_reasons.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace mudiriya::staffing {
namespace {

// The words of one language. A sentence is `shortage` and the parts that apply, each after
// `separator`, and ends with a full stop.
struct Words {
  const char* shortage;
  const char* priority;
  const char* density;
  const char* remoteness;
  const char* critical;
  const char* substitution;
  const char* preferred;
  const char* donor;
  const char* distance;
  const char* separator;
};

constexpr Words kEnglish = {
    "{cadre} at {to}: {required} required, {before} there, {after} after the plan",
    "priority {priority} ({one}{terms})",
    " + {term} density",
    " + {term} remoteness",
    " + {term} critical service",
    "{own_cadre} stands in",
    "the person prefers this place",
    "{from} keeps {donor_after} of {donor_before} and requires {donor_required}",
    "{km} km away",
    "; "};

constexpr Words kArabic = {
    "{cadre} في {to}: المطلوب {required}، والموجود {before}، وبعد الخطة {after}",
    "الأولوية {priority} ({one}{terms})",
    " + {term} للكثافة السكانية",
    " + {term} للبعد الجغرافي",
    " + {term} للخدمة الحرجة",
    "تنوب عنها فئة {own_cadre}",
    "الوجهة من رغبات الموظف",
    "يبقى في {from} {donor_after} من {donor_before} والمطلوب فيه {donor_required}",
    "المسافة {km} كم",
    "؛ "};

constexpr Words kFrench = {
    "{cadre} à {to} : {required} requis, {before} présents, {after} après le plan",
    "priorité {priority} ({one}{terms})",
    " + {term} densité",
    " + {term} éloignement",
    " + {term} service critique",
    "remplacement par la catégorie {own_cadre}",
    "lieu souhaité par la personne",
    "{from} garde {donor_after} sur {donor_before} pour {donor_required} requis",
    "à {km} km",
    " ; "};

const Words& WordsIn(Language language) {
  if (language == Language::kArabic) return kArabic;
  return language == Language::kFrench ? kFrench : kEnglish;
}

using Values = std::vector<std::pair<absl::string_view, std::string>>;

std::string Number(double value, int decimals, text::NumberStyle style) {
  style.decimals = decimals;
  style.trim_zeros = true;
  return text::PrintNumber(value, style);
}

// Terms of no weight are left out: they explain nothing.
std::string TermsOf(const v1::PriorityTerms& terms, const Words& words,
                    const text::NumberStyle& style) {
  std::string out;
  const std::pair<const char*, double> parts[] = {{words.density, terms.density_term()},
                                                  {words.remoteness, terms.remoteness_term()},
                                                  {words.critical, terms.critical_term()}};
  for (const auto& [form, value] : parts) {
    if (value <= 0) continue;
    absl::StrAppend(&out, absl::StrReplaceAll(form, {{"{term}", Number(value, 2, style)}}));
  }
  return out;
}

Values ValuesOf(const v1::AllocationMove& move, const MoveNames& names, const Words& words,
                const text::NumberStyle& style) {
  return {{"{cadre}", names.needed_cadre},
          {"{own_cadre}", names.cadre},
          {"{to}", names.to},
          {"{from}", names.from},
          {"{required}", Number(move.receiver().required(), 1, style)},
          {"{before}", Number(move.receiver().before(), 1, style)},
          {"{after}", Number(move.receiver().after(), 1, style)},
          {"{donor_required}", Number(move.donor().required(), 1, style)},
          {"{donor_before}", Number(move.donor().before(), 1, style)},
          {"{donor_after}", Number(move.donor().after(), 1, style)},
          {"{priority}", Number(move.receiver_priority().priority(), 2, style)},
          {"{one}", Number(1, 0, style)},
          {"{terms}", TermsOf(move.receiver_priority(), words, style)},
          {"{km}", Number(move.distance_km(), 0, style)}};
}

}  // namespace

std::string ReasonFor(const v1::AllocationMove& move, const MoveNames& names,
                      const text::NumberStyle& style) {
  const Words& words = WordsIn(style.language);
  std::vector<absl::string_view> parts = {words.shortage, words.priority};
  if (move.cadre() != move.needed_cadre()) parts.push_back(words.substitution);
  if (move.preferred_destination()) parts.push_back(words.preferred);
  parts.push_back(words.donor);
  if (move.has_distance_km()) parts.push_back(words.distance);
  // One pass over all placeholders, so that a name that looks like one stays a name.
  return absl::StrCat(absl::StrReplaceAll(absl::StrJoin(parts, words.separator),
                                          ValuesOf(move, names, words, style)),
                      ".");
}

}  // namespace mudiriya::staffing
