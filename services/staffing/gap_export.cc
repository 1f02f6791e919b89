#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "common/status/macros.h"
#include "common/text/csv_writer.h"
#include "services/staffing/dates.h"
#include "services/staffing/gaps.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

constexpr int32_t kRowsAtOnce = 1000;

// Before the first page the cursor is empty; after it, this and the token of the next page.
constexpr char kStarted = '>';

const char* In(Language language, const char* ar, const char* en, const char* fr) {
  switch (language) {
    case Language::kArabic:
      return ar;
    case Language::kFrench:
      return fr;
    case Language::kEnglish:
      return en;
  }
  return en;
}

// The name in the language, or in the first that there is one in.
std::string NameIn(Language language, const type::v1::LocalizedText& name) {
  const std::string wanted = In(language, name.ar().c_str(), name.en().c_str(), name.fr().c_str());
  for (const std::string& text : {wanted, name.ar(), name.en(), name.fr()}) {
    if (!text.empty()) return text;
  }
  return "";
}

// Enough digits for sums over the file to agree with the totals.
std::string Number(double value) { return absl::StrFormat("%.12g", value); }

std::string Maybe(bool has, double value) { return has ? Number(value) : ""; }

std::vector<std::string> Titles(Language l) {
  return {In(l, "المنشأة", "Facility", "Établissement"),
          In(l, "رمز المنشأة", "Facility id", "Code de l’établissement"),
          In(l, "الفئة", "Cadre", "Catégorie"),
          In(l, "رمز الفئة", "Cadre id", "Code de la catégorie"),
          In(l, "نوع المنشأة", "Facility type", "Type d’établissement"),
          In(l, "المنطقة", "Area", "Zone"),
          In(l, "المطلوب", "Required", "Requis"),
          In(l, "الموجود", "Current", "Présent"),
          In(l, "الفرق", "Difference", "Écart"),
          In(l, "النسبة", "Ratio", "Rapport"),
          In(l, "الدرجة", "Band", "Niveau"),
          In(l, "بدوام كامل", "Full time", "À plein temps"),
          In(l, "مصدر الاحتياج", "Requirement source", "Source du besoin"),
          In(l, "الملاك", "Established posts", "Postes créés"),
          In(l, "الشواغر", "Vacant posts", "Postes vacants"),
          In(l, "الأولوية", "Priority", "Priorité"),
          In(l, "حد الكثافة", "Density term", "Terme de densité"),
          In(l, "حد البعد", "Remoteness term", "Terme d’éloignement"),
          In(l, "حد الخدمة الحرجة", "Critical term", "Terme de service critique"),
          In(l, "الإلحاح", "Urgency", "Urgence"),
          In(l, "بتاريخ", "As of", "Au")};
}

std::vector<std::string> Cells(const v1::Gap& gap, Language language) {
  const v1::PriorityTerms& terms = gap.priority();
  return {NameIn(language, gap.facility_display_name()),
          std::string(IdOf(gap.facility())),
          NameIn(language, gap.cadre_display_name()),
          std::string(IdOf(gap.cadre())),
          registry::v1::Facility::Type_Name(gap.facility_type()),
          std::string(IdOf(gap.area())),
          Number(gap.required()),
          Number(gap.current()),
          Number(gap.difference()),
          Maybe(gap.has_ratio(), gap.ratio()),
          gap.band() == v1::GAP_BAND_UNSPECIFIED ? "" : v1::GapBand_Name(gap.band()),
          Number(gap.full_time_count()),
          v1::Requirement::Source_Name(gap.requirement_source()),
          Maybe(gap.has_established_posts(), gap.established_posts()),
          Maybe(gap.has_vacant_posts(), gap.vacant_posts()),
          Number(terms.priority()),
          Number(terms.density_term()),
          Number(terms.remoteness_term()),
          Number(terms.critical_term()),
          Number(gap.urgency()),
          DayText(*ToCivilDay(gap.as_of_date()))};
}

v1::ListGapsRequest PageRequest(const v1::ExportGapsRequest& request, const std::string& cursor) {
  v1::ListGapsRequest page;
  page.set_parent(request.parent());
  page.set_filter(request.filter());
  page.set_order_by(request.order_by());
  page.set_area(request.area());
  if (request.has_weights()) *page.mutable_weights() = request.weights();
  page.set_page_size(kRowsAtOnce);
  if (!cursor.empty()) page.set_page_token(cursor.substr(1));
  return page;
}

}  // namespace

absl::StatusOr<StreamStep<v1::ExportGapsResponse>> ExportGaps(Call& call,
                                                              const v1::ExportGapsRequest& request,
                                                              std::string& cursor) {
  const bool first = cursor.empty();
  ASSIGN_OR_RETURN(const v1::ListGapsResponse page, ListGaps(call, PageRequest(request, cursor)));
  std::string csv;
  text::CsvWriter writer(&csv, {.byte_order_mark = first});
  if (first) writer.Row(Titles(call.language()));
  for (const v1::Gap& gap : page.gaps()) writer.Row(Cells(gap, call.language()));
  StreamStep<v1::ExportGapsResponse> step;
  step.messages.emplace_back().set_csv(std::move(csv));
  step.done = page.next_page_token().empty();
  step.wait = absl::ZeroDuration();
  cursor = absl::StrCat(std::string(1, kStarted), page.next_page_token());
  return step;
}

}  // namespace mudiriya::staffing
