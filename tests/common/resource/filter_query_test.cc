// Filters and orders against a real server: what they choose, not how they read.
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "tests/common/resource/widget_fixture.h"

namespace mudiriya::testing {
namespace {

class FilterQueryTest : public WidgetTest {
 protected:
  FilterQueryTest() {
    Add(1, "مُستشفى الوليد", "Al-Waleed Hospital", [](v1::Widget& w) {
      w.set_referral(true);
      w.add_services("x-ray");
      w.add_colours(v1::Widget::GREEN);
      w.mutable_opened()->set_year(1998);
      w.mutable_opened()->set_month(5);
      w.mutable_opened()->set_day(1);
      w.set_parent_widget("directorates/homs/widgets/w3");
    });
    Add(2, "مستشفى جامعة حمص", "University of Homs", [](v1::Widget& w) { w.set_weight(0.1); });
    Add(3, "مركز أحمد الصحي", "100% Centre_1", [](v1::Widget& w) {
      w.clear_beds();
      w.clear_code();
    });
  }

  template <typename F>
  void Add(int i, const char* ar, const char* en, F change) {
    v1::CreateWidgetRequest request = CreateRequest(i);
    request.mutable_widget()->mutable_display_name()->set_ar(ar);
    request.mutable_widget()->mutable_display_name()->set_en(en);
    change(*request.mutable_widget());
    EXPECT_OK(CreateWidget(*call_, request));
  }

  // The ids found, "1 2".
  std::string Find(const std::string& filter, const std::string& order_by = "", int page_size = 0) {
    v1::ListWidgetsRequest request;
    request.set_parent("directorates/homs");
    request.set_filter(filter);
    request.set_order_by(order_by);
    request.set_page_size(page_size);
    std::vector<std::string> ids;
    do {
      const auto page = ListWidgets(*call_, request);
      if (!page.ok()) return std::string(page.status().message());
      for (const v1::Widget& w : page->widgets()) ids.push_back(w.name().substr(27));
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return absl::StrJoin(ids, " ");
  }
};

TEST_F(FilterQueryTest, Comparisons) {
  EXPECT_EQ(Find("code = w1"), "1");
  EXPECT_EQ(Find("code != W1"), "2 3");
  EXPECT_EQ(Find("beds >= 2"), "2");
  EXPECT_EQ(Find("beds != 2"), "1 3");
  EXPECT_EQ(Find("weight = 0.1"), "2");
  EXPECT_EQ(Find("referral = true"), "1");
  EXPECT_EQ(Find("colour = GREEN"), "1 3");
  EXPECT_EQ(Find("opened < 2000-01-01"), "1");
  EXPECT_EQ(Find("create_time <= 2026-02-10"), "1 2 3");
  EXPECT_EQ(Find("create_time > \"2026-02-09T10:00:00+02:00\""), "");
  EXPECT_EQ(Find("parent_widget = w3"), "1");
  EXPECT_EQ(Find("parent_widget = \"حمص\""), "Some fields are not valid: filter.");
}

TEST_F(FilterQueryTest, SearchIgnoresHowLettersVary) {
  EXPECT_EQ(Find("display_name:\"مستشفي حمص\""), "2");
  EXPECT_EQ(Find("display_name:مستشفى"), "1 2");
  EXPECT_EQ(Find("احمد"), "3");
  EXPECT_EQ(Find("UNIVERSITY"), "2");
  EXPECT_EQ(Find("display_name:\"waleed hospital\""), "1");
}

TEST_F(FilterQueryTest, SpecialCharactersStandForThemselves) {
  EXPECT_EQ(Find("display_name.en:\"0%\""), "3");
  EXPECT_EQ(Find("display_name.en:\"e_1\""), "3");
  EXPECT_EQ(Find("display_name.en = \"*_1\""), "3");
  EXPECT_EQ(Find("display_name.en = \"Al*\""), "1");
  EXPECT_EQ(Find("display_name.en != \"*Hospital\""), "2 3");
  EXPECT_EQ(Find("display_name.en = \"' OR 1=1 --\""), "");
}

TEST_F(FilterQueryTest, PresenceAndElements) {
  EXPECT_EQ(Find("beds:*"), "1 2");
  EXPECT_EQ(Find("NOT beds:*"), "3");
  EXPECT_EQ(Find("code:*"), "1 2");
  EXPECT_EQ(Find("services:x-ray"), "1");
  EXPECT_EQ(Find("services:ray"), "");
  EXPECT_EQ(Find("services:*"), "1");
  EXPECT_EQ(Find("-services:*"), "2 3");
  EXPECT_EQ(Find("colours:GREEN"), "1");
}

TEST_F(FilterQueryTest, NegationCountsWhatIsUnset) {
  EXPECT_EQ(Find("NOT beds > 1"), "1 3");
  EXPECT_EQ(Find("NOT (beds > 1 OR referral = true)"), "3");
}

TEST_F(FilterQueryTest, AnyOrderPagesWithoutGapOrRepetition) {
  for (const char* order : {"beds", "beds desc", "display_name", "display_name desc", "weight",
                            "opened desc, beds", "code desc", "colour, beds desc", "name desc"}) {
    const std::string whole = Find("", order);
    EXPECT_EQ(whole.size(), 5u) << order;
    EXPECT_EQ(Find("", order, 1), whole) << order;
    EXPECT_EQ(Find("", order, 2), whole) << order;
  }
  EXPECT_EQ(Find("", "beds"), "3 1 2");
  EXPECT_EQ(Find("", "beds desc"), "2 1 3");
}

}  // namespace
}  // namespace mudiriya::testing
