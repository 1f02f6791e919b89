#include "services/cli/labels.h"

#include <map>

namespace mudiriya::cli {
namespace {

struct Words {
  const char* ar;
  const char* en;
  const char* fr;
};

const std::map<absl::string_view, Words>& Dictionary() {
  static const auto& words = *new std::map<absl::string_view, Words>{
      {"facility", {"المنشأة", "Facility", "Établissement"}},
      {"cadre", {"الكادر", "Cadre", "Cadre"}},
      {"area", {"المنطقة", "Area", "Zone"}},
      {"type", {"النوع", "Type", "Type"}},
      {"required", {"المطلوب", "Required", "Requis"}},
      {"current", {"الموجود", "Current", "Présent"}},
      {"difference", {"الفرق", "Difference", "Écart"}},
      {"ratio", {"النسبة", "Ratio", "Ratio"}},
      {"band", {"الشدة", "Band", "Niveau"}},
      {"priority", {"الأولوية", "Priority", "Priorité"}},
      {"density", {"الكثافة", "Density", "Densité"}},
      {"remoteness", {"البعد", "Remoteness", "Éloignement"}},
      {"critical", {"حرجة", "Critical", "Critique"}},
      {"urgency", {"الإلحاح", "Urgency", "Urgence"}},
      {"source", {"المصدر", "Source", "Source"}},
      {"shortage", {"النقص", "Shortage", "Manque"}},
      {"surplus", {"الفائض", "Surplus", "Excédent"}},
      {"short_count", {"عدد حالات النقص", "Short", "En manque"}},
      {"total", {"المجموع", "Total", "Total"}},
      {"population", {"السكان", "Population", "Population"}},
      {"skilled_staff", {"الأطباء والتمريض", "Skilled staff", "Personnel qualifié"}},
      {"per_10000", {"لكل 10000", "Per 10,000", "Pour 10 000"}},
      {"missing", {"الناقص", "Missing", "Manquants"}},
      {"month", {"الشهر", "Month", "Mois"}},
      {"from", {"من", "From", "De"}},
      {"to", {"إلى", "To", "Vers"}},
      {"km", {"كم", "km", "km"}},
      {"staff_member", {"العامل", "Staff member", "Agent"}},
      {"relief", {"ما يخففه", "Relief", "Apport"}},
      {"cost", {"الكلفة", "Cost", "Coût"}},
      {"reason", {"السبب", "Reason", "Motif"}},
      {"objective", {"دالة الهدف", "Objective", "Objectif"}},
      {"before", {"قبل", "Before", "Avant"}},
      {"after", {"بعد", "After", "Après"}},
      {"base_move", {"كلفة النقل", "Moves", "Mutations"}},
      {"distance", {"المسافة", "Distance", "Distance"}},
      {"preference", {"الرغبات", "Preferences", "Préférences"}},
      {"substitution", {"الإنابة", "Substitution", "Substitution"}},
      {"moves", {"التنقلات", "Moves", "Mutations"}},
      {"no_gaps", {"لا توجد فجوات مطابقة.", "No gaps match.", "Aucun écart ne correspond."}},
      {"no_moves",
       {"لا يوجد نقل يحسّن الوضع.", "No move would improve the staffing.",
        "Aucune mutation n'améliorerait la situation."}},
      {"more",
       {"هناك المزيد: استعمل ‎--limit 0‎ لعرض الكل.",
        "There are more: --limit 0 shows all.",
        "Il y en a d'autres : --limit 0 les montre toutes."}},
  };
  return words;
}

}  // namespace

std::string Label(absl::string_view key, Language language) {
  const auto entry = Dictionary().find(key);
  if (entry == Dictionary().end()) return std::string(key);
  switch (language) {
    case Language::kArabic:
      return entry->second.ar;
    case Language::kFrench:
      return entry->second.fr;
    default:
      return entry->second.en;
  }
}

}  // namespace mudiriya::cli
