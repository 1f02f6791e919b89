#include "services/staffing/transfer_order_page.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "common/text/date_text.h"
#include "common/text/number_text.h"

namespace mudiriya::staffing {
namespace {

// The words of one language. {placeholders} stand for texts of the order, "{blank}" for a line to
// be filled in by hand.
struct Words {
  const char* direction;
  const char* title;
  const char* number;
  const char* date;
  const char* basis;
  const char* person_moves;
  const char* posts_move;
  const char* substitution;
  const char* effect;
  const char* notice;
  const char* signatory;
  const char* signature;
  const char* seal;
  const char* no_orders;
};

constexpr Words kArabic = {
    "rtl",
    "أمر نقل",
    "الرقم",
    "التاريخ",
    "استناداً إلى {blank}، وبناءً على خطة التوزيع {plan} الموافق عليها أصولاً، يُقرَّر ما يلي:",
    "يُنقل {person}، من فئة {cadre}، من {from} إلى {to}.",
    "يُنقل من فئة {cadre} من {from} إلى {to} ما عدده: {heads}.",
    "يُحتسب في مقر عمله الجديد ضمن فئة {needed_cadre}.",
    "تكون المباشرة في مقر العمل الجديد اعتباراً من {effective}.",
    "يُبلَّغ هذا الأمر من يلزم لتنفيذه.",
    "الاسم والصفة",
    "التوقيع",
    "الختم",
    "لا توجد أوامر نقل في هذه الخطة."};

constexpr Words kEnglish = {
    "ltr",
    "Transfer order",
    "Number",
    "Date",
    "Under {blank}, and following the allocation plan {plan} as approved, it is ordered:",
    "{person}, of the cadre {cadre}, is transferred from {from} to {to}.",
    "Posts of the cadre {cadre} transferred from {from} to {to}: {heads}.",
    "At the new post the cadre counted is {needed_cadre}.",
    "Duty at the new post begins on {effective}.",
    "This order is notified to all whom it concerns.",
    "Name and office",
    "Signature",
    "Seal",
    "This plan has no transfer orders."};

constexpr Words kFrench = {
    "ltr",
    "Ordre de mutation",
    "Numéro",
    "Date",
    "Vu {blank}, et selon le plan de répartition {plan} dûment approuvé, il est décidé :",
    "{person}, de la catégorie {cadre}, est muté(e) de {from} à {to}.",
    "Postes de la catégorie {cadre} transférés de {from} à {to} : {heads}.",
    "Au nouveau poste, la catégorie comptée est {needed_cadre}.",
    "La prise de fonction au nouveau poste a lieu le {effective}.",
    "Le présent ordre est notifié à qui de droit.",
    "Nom et qualité",
    "Signature",
    "Cachet",
    "Ce plan ne comporte aucun ordre de mutation."};

const Words& WordsIn(Language language) {
  if (language == Language::kEnglish) return kEnglish;
  return language == Language::kFrench ? kFrench : kArabic;
}

constexpr absl::string_view kStyle =
    "@page{size:A4;margin:20mm}"
    "body{font-family:'Noto Naskh Arabic','Amiri','Times New Roman',serif;font-size:14pt;"
    "line-height:1.8;margin:0}"
    ".order{break-after:page;break-inside:avoid}.order:last-child{break-after:auto}"
    "header{text-align:center}h1{font-size:20pt}h2{font-size:16pt;margin:0}"
    ".signatures{display:flex;justify-content:space-between;margin-top:40mm}"
    ".blank{letter-spacing:2pt}";

constexpr absl::string_view kBlank = "<span class=\"blank\">........................</span>";

std::string Escaped(absl::string_view text) {
  return absl::StrReplaceAll(
      text, {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}});
}

// A text that keeps its own direction, whatever stands around it.
std::string Isolated(absl::string_view text) {
  return absl::StrCat("<bdi>", Escaped(text), "</bdi>");
}

// Writes the orders of one document.
class Writer {
 public:
  explicit Writer(const TransferOrderDocument& document)
      : document_(document), words_(WordsIn(document.language)) {}

  std::string Write() const {
    std::string html =
        absl::StrCat("<!DOCTYPE html>\n<html lang=\"", LanguageTag(document_.language), "\" dir=\"",
                     words_.direction, "\">\n<head>\n<meta charset=\"utf-8\">\n",
                     "<meta http-equiv=\"Content-Security-Policy\"",
                     " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>",
                     Escaped(absl::StrCat(words_.title, " – ", document_.plan)),
                     "</title>\n<style>", kStyle, "</style>\n</head>\n<body>\n");
    if (document_.orders.empty()) absl::StrAppend(&html, "<p>", words_.no_orders, "</p>\n");
    for (const TransferOrder& order : document_.orders) AppendOrder(order, html);
    return absl::StrCat(html, "</body>\n</html>\n");
  }

 private:
  std::string DateText(absl::CivilDay day) const {
    return text::PrintDate(day, {.language = document_.language, .country = document_.style});
  }

  std::string Count(int64_t heads) const {
    text::NumberStyle style;
    style.language = document_.language;
    if (document_.language == Language::kArabic) style.digits = document_.style.digits;
    return text::PrintInteger(heads, style);
  }

  // One pass over all placeholders, so that a name that looks like one stays a name.
  std::string Fill(const TransferOrder& order, absl::string_view form) const {
    return absl::StrReplaceAll(form,
                               {{"{blank}", kBlank},
                                {"{plan}", Isolated(document_.plan)},
                                {"{person}", Isolated(order.person)},
                                {"{cadre}", Isolated(order.cadre)},
                                {"{needed_cadre}", Isolated(order.needed_cadre)},
                                {"{from}", Isolated(order.from)},
                                {"{to}", Isolated(order.to)},
                                {"{heads}", Isolated(Count(order.heads))},
                                {"{effective}", Isolated(DateText(document_.effective_day))}});
  }

  void AppendHeader(const TransferOrder& order, std::string& html) const {
    absl::StrAppend(&html, "<header>\n<h2>", Isolated(document_.directorate), "</h2>\n<h1>",
                    words_.title, "</h1>\n<p>", words_.number, ": <bdi dir=\"ltr\">",
                    Escaped(order.number), "</bdi></p>\n<p>", words_.date, ": ",
                    Isolated(DateText(document_.order_day)), "</p>\n</header>\n");
  }

  void AppendOrder(const TransferOrder& order, std::string& html) const {
    absl::StrAppend(&html, "<section class=\"order\">\n");
    AppendHeader(order, html);
    absl::StrAppend(&html, "<p>", Fill(order, words_.basis), "</p>\n<ol>\n");
    const bool named = !order.person.empty();
    for (const char* article :
         {named ? words_.person_moves : words_.posts_move,
          order.needed_cadre.empty() ? "" : words_.substitution, words_.effect, words_.notice}) {
      if (*article != '\0') absl::StrAppend(&html, "<li>", Fill(order, article), "</li>\n");
    }
    absl::StrAppend(&html, "</ol>\n<div class=\"signatures\">\n");
    for (const char* place : {words_.signatory, words_.signature, words_.seal}) {
      absl::StrAppend(&html, "<p>", place, ": ", kBlank, "</p>\n");
    }
    absl::StrAppend(&html, "</div>\n</section>\n");
  }

  const TransferOrderDocument& document_;
  const Words& words_;
};

}  // namespace

std::string TransferOrdersHtml(const TransferOrderDocument& document) {
  return Writer(document).Write();
}

}  // namespace mudiriya::staffing
