#include "common/text/month_names.h"

#include <array>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "common/text/normalize.h"

namespace mudiriya::text {
namespace {

using Months = std::array<absl::string_view, 12>;

constexpr Months kLevant = {"كانون الثاني", "شباط",        "آذار",         "نيسان",
                            "أيار",         "حزيران",      "تموز",         "آب",
                            "أيلول",        "تشرين الأول", "تشرين الثاني", "كانون الأول"};
constexpr Months kNile = {"يناير", "فبراير", "مارس",   "أبريل",  "مايو",   "يونيو",
                          "يوليو", "أغسطس",  "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
constexpr Months kMaghreb = {"جانفي",  "فيفري", "مارس",   "أفريل",  "ماي",    "جوان",
                             "جويلية", "أوت",   "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
constexpr Months kEnglish = {"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};
constexpr Months kFrench = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                            "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

// Spellings that are read but never printed.
struct Variant {
  absl::string_view name;
  int month;
};
constexpr Variant kMonthVariants[] = {
    {"كانون ثاني", 1}, {"تشرين أول", 10}, {"تشرين ثاني", 11}, {"كانون أول", 12}, {"يونيه", 6},
    {"يونية", 6},      {"يوليه", 7},      {"يولية", 7},       {"يوليوز", 7},     {"غشت", 8},
    {"شتنبر", 9},      {"نونبر", 11},     {"دجنبر", 12},      {"jan", 1},        {"feb", 2},
    {"mar", 3},        {"apr", 4},        {"jun", 6},         {"jul", 7},        {"aug", 8},
    {"sep", 9},        {"sept", 9},       {"oct", 10},        {"nov", 11},       {"dec", 12},
    {"janv", 1},       {"fév", 2},        {"févr", 2},        {"avr", 4},        {"juil", 7}};

struct NamedWeekday {
  absl::string_view name;
  absl::Weekday weekday;
};
constexpr NamedWeekday kWeekdays[] = {
    {"الأحد", absl::Weekday::sunday},        {"الإثنين", absl::Weekday::monday},
    {"الثلاثاء", absl::Weekday::tuesday},    {"الثلاثا", absl::Weekday::tuesday},
    {"الأربعاء", absl::Weekday::wednesday},  {"الأربعا", absl::Weekday::wednesday},
    {"الخميس", absl::Weekday::thursday},     {"الجمعة", absl::Weekday::friday},
    {"السبت", absl::Weekday::saturday},      {"Sunday", absl::Weekday::sunday},
    {"Monday", absl::Weekday::monday},       {"Tuesday", absl::Weekday::tuesday},
    {"Wednesday", absl::Weekday::wednesday}, {"Thursday", absl::Weekday::thursday},
    {"Friday", absl::Weekday::friday},       {"Saturday", absl::Weekday::saturday},
    {"dimanche", absl::Weekday::sunday},     {"lundi", absl::Weekday::monday},
    {"mardi", absl::Weekday::tuesday},       {"mercredi", absl::Weekday::wednesday},
    {"jeudi", absl::Weekday::thursday},      {"vendredi", absl::Weekday::friday},
    {"samedi", absl::Weekday::saturday}};

const Months& NamesOf(Language language, MonthFamily family) {
  if (language == Language::kEnglish) return kEnglish;
  if (language == Language::kFrench) return kFrench;
  if (family == MonthFamily::kLevant) return kLevant;
  return family == MonthFamily::kMaghreb ? kMaghreb : kNile;
}

absl::flat_hash_map<std::string, int> MakeMonthIndex() {
  absl::flat_hash_map<std::string, int> index;
  for (const Months* months : {&kLevant, &kNile, &kMaghreb, &kEnglish, &kFrench}) {
    for (int i = 0; i < 12; ++i) index[NormalizeForSearch((*months)[i])] = i + 1;
  }
  for (const Variant& variant : kMonthVariants) {
    index[NormalizeForSearch(variant.name)] = variant.month;
  }
  return index;
}

absl::flat_hash_map<std::string, absl::Weekday> MakeWeekdayIndex() {
  absl::flat_hash_map<std::string, absl::Weekday> index;
  for (const NamedWeekday& named : kWeekdays) index[NormalizeForSearch(named.name)] = named.weekday;
  return index;
}

}  // namespace

absl::string_view MonthName(int month, Language language, MonthFamily family) {
  return NamesOf(language, family)[month - 1];
}

std::optional<int> MonthOfName(absl::string_view normalized) {
  static const auto* const index = new absl::flat_hash_map<std::string, int>(MakeMonthIndex());
  const auto found = index->find(normalized);
  if (found == index->end()) return std::nullopt;
  return found->second;
}

std::optional<absl::Weekday> WeekdayOfName(absl::string_view normalized) {
  static const auto* const index =
      new absl::flat_hash_map<std::string, absl::Weekday>(MakeWeekdayIndex());
  const auto found = index->find(normalized);
  if (found == index->end()) return std::nullopt;
  return found->second;
}

}  // namespace mudiriya::text
