#ifndef MUDIRIYA_SERVICES_STAFFING_TRANSFER_ORDER_PAGE_H_
#define MUDIRIYA_SERVICES_STAFFING_TRANSFER_ORDER_PAGE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "common/status/language.h"
#include "common/text/country_style.h"

namespace mudiriya::staffing {

// One transfer order. Texts are plain, in the document's language.
struct TransferOrder {
  std::string number;  // "2026-winter/0001"
  std::string person;  // empty where posts move, of which nobody is named
  int64_t heads = 1;   // how many posts
  std::string cadre;
  std::string needed_cadre;  // empty unless the mover stands in for another cadre
  std::string from;
  std::string to;
};

// The orders of a plan.
struct TransferOrderDocument {
  Language language = Language::kArabic;
  text::CountryStyle style;  // of dates and digits in Arabic
  std::string directorate;
  std::string plan;              // title
  absl::CivilDay order_day;      // when the orders were issued
  absl::CivilDay effective_day;  // first day at the new posts
  std::vector<TransferOrder> orders;
};

// The document as complete HTML 5, made for printing on A4, one page an order; from right to left
// in Arabic. Every text is escaped and isolated from the direction around it; there are no scripts,
// and nothing is loaded from anywhere. Dotted lines stand where the directorate fills in the legal
// basis and signs. Pure.
std::string TransferOrdersHtml(const TransferOrderDocument& document);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_TRANSFER_ORDER_PAGE_H_
