#include "services/staffing/plan_reasons.h"

#include "gtest/gtest.h"

namespace mudiriya::staffing {
namespace {

v1::AllocationMove SomeMove() {
  v1::AllocationMove move;
  move.set_cadre("directorates/assiut/cadres/nurse");
  move.set_needed_cadre("directorates/assiut/cadres/nurse");
  move.set_distance_km(12.4);
  move.mutable_receiver()->set_required(17.46);
  move.mutable_receiver()->set_before(9);
  move.mutable_receiver()->set_after(12);
  move.mutable_donor()->set_required(40.2);
  move.mutable_donor()->set_before(52);
  move.mutable_donor()->set_after(49);
  move.mutable_receiver_priority()->set_priority(2.35);
  move.mutable_receiver_priority()->set_density_term(0.8);
  move.mutable_receiver_priority()->set_remoteness_term(0.55);
  return move;
}

text::NumberStyle In(Language language, text::DigitStyle digits = text::DigitStyle::kAscii) {
  text::NumberStyle style;
  style.language = language;
  style.digits = digits;
  return style;
}

TEST(PlanReasonsTest, TellsShortagePriorityDonorAndDistance) {
  EXPECT_EQ(ReasonFor(SomeMove(), {"University Hospital", "Abnub", "Nurses", "Nurses"},
                      In(Language::kEnglish)),
            "Nurses at Abnub: 17.5 required, 9 there, 12 after the plan; priority 2.35"
            " (1 + 0.8 density + 0.55 remoteness); University Hospital keeps 49 of 52 and requires"
            " 40.2; 12 km away.");
}

TEST(PlanReasonsTest, IsWrittenInArabicWithTheDigitsOfTheCountry) {
  EXPECT_EQ(ReasonFor(SomeMove(), {"الجامعي", "أبنوب", "ممرض", "ممرض"},
                      In(Language::kArabic, text::DigitStyle::kArabicIndic)),
            "ممرض في أبنوب: المطلوب ١٧٫٥، والموجود ٩، وبعد الخطة ١٢؛ الأولوية ٢٫٣٥"
            " (١ + ٠٫٨ للكثافة السكانية + ٠٫٥٥ للبعد الجغرافي)؛ يبقى في الجامعي ٤٩ من ٥٢"
            " والمطلوب فيه ٤٠٫٢؛ المسافة ١٢ كم.");
}

TEST(PlanReasonsTest, IsWrittenInFrench) {
  EXPECT_EQ(
      ReasonFor(SomeMove(), {"CHU", "Aïn Tedles", "Infirmier", "Infirmier"}, In(Language::kFrench)),
      "Infirmier à Aïn Tedles : 17,5 requis, 9 présents, 12 après le plan ; priorité 2,35"
      " (1 + 0,8 densité + 0,55 éloignement) ; CHU garde 49 sur 52 pour 40,2 requis ; à 12"
      " km.");
}

TEST(PlanReasonsTest, TellsSubstitutionAndWishAndLeavesOutWhatIsNotThere) {
  v1::AllocationMove move = SomeMove();
  move.set_needed_cadre("directorates/assiut/cadres/midwife");
  move.set_preferred_destination(true);
  move.clear_distance_km();
  move.clear_receiver_priority();
  move.mutable_receiver_priority()->set_priority(2);
  move.mutable_receiver_priority()->set_critical_term(1);
  EXPECT_EQ(ReasonFor(move, {"A", "B", "Nurses", "Midwives"}, In(Language::kEnglish)),
            "Midwives at B: 17.5 required, 9 there, 12 after the plan; priority 2"
            " (1 + 1 critical service); Nurses stands in; the person prefers this place; A keeps 49"
            " of 52 and requires 40.2.");
}

TEST(PlanReasonsTest, ANameThatLooksLikeAPlaceholderStaysAName) {
  EXPECT_EQ(ReasonFor(SomeMove(), {"{to}", "{from}", "{cadre}", "{km}"}, In(Language::kEnglish))
                .substr(0, 13),
            "{km} at {from");
}

}  // namespace
}  // namespace mudiriya::staffing
