#include "services/staffing/transfer_order_page.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::staffing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TransferOrderDocument SomeDocument(Language language = Language::kArabic) {
  TransferOrderDocument document;
  document.language = language;
  document.style = text::StyleOfCountry("SY");
  document.directorate = "مديرية صحة حمص";
  document.plan = "خطة شتاء 2026";
  document.order_day = absl::CivilDay(2026, 2, 9);
  document.effective_day = absl::CivilDay(2026, 3, 1);
  TransferOrder order;
  order.number = "2026-winter/0001";
  order.person = "ليلى الحسن";
  order.cadre = "ممرض";
  order.from = "مشفى \"الوليد\" <المركزي> & الجامعي";
  order.to = "مركز القصير";
  document.orders.push_back(order);
  return document;
}

size_t CountOf(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

constexpr char kArabicOrder[] =
    R"html(<body>
<section class="order">
<header>
<h2><bdi>مديرية صحة حمص</bdi></h2>
<h1>أمر نقل</h1>
<p>الرقم: <bdi dir="ltr">2026-winter/0001</bdi></p>
<p>التاريخ: <bdi>٩ شباط ٢٠٢٦</bdi></p>
</header>
<p>استناداً إلى <span class="blank">........................</span>، وبناءً على خطة التوزيع <bdi>خطة شتاء 2026</bdi> الموافق عليها أصولاً، يُقرَّر ما يلي:</p>
<ol>
<li>يُنقل <bdi>ليلى الحسن</bdi>، من فئة <bdi>ممرض</bdi>، من <bdi>مشفى &quot;الوليد&quot; &lt;المركزي&gt; &amp; الجامعي</bdi> إلى <bdi>مركز القصير</bdi>.</li>
<li>تكون المباشرة في مقر العمل الجديد اعتباراً من <bdi>١ آذار ٢٠٢٦</bdi>.</li>
<li>يُبلَّغ هذا الأمر من يلزم لتنفيذه.</li>
</ol>
<div class="signatures">
<p>الاسم والصفة: <span class="blank">........................</span></p>
<p>التوقيع: <span class="blank">........................</span></p>
<p>الختم: <span class="blank">........................</span></p>
</div>
</section>
</body>
</html>
)html";

TEST(TransferOrderPageTest, AnArabicOrderReadsFromRightToLeftWithEveryTextEscaped) {
  const std::string html = TransferOrdersHtml(SomeDocument());
  EXPECT_THAT(html, HasSubstr("<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_EQ(html.substr(html.find("<body>")), kArabicOrder);
}

TEST(TransferOrderPageTest, IsMadeForPaperAndLoadsNothing) {
  const std::string html = TransferOrdersHtml(SomeDocument());
  EXPECT_THAT(html, HasSubstr("@page{size:A4"));
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("http:")));
  EXPECT_THAT(html, Not(HasSubstr("https:")));
}

TEST(TransferOrderPageTest, OnePageAnOrder) {
  TransferOrderDocument document = SomeDocument();
  document.orders.resize(3, document.orders[0]);
  const std::string html = TransferOrdersHtml(document);
  EXPECT_EQ(CountOf(html, "<section class=\"order\">"), 3u);
  EXPECT_THAT(html, HasSubstr("break-after:page"));
}

TEST(TransferOrderPageTest, WritesDatesAsTheCountryDoes) {
  TransferOrderDocument document = SomeDocument();
  document.style = text::StyleOfCountry("DZ");
  EXPECT_THAT(TransferOrdersHtml(document), HasSubstr("9 فيفري 2026"));
  document.style = text::StyleOfCountry("EG");
  EXPECT_THAT(TransferOrdersHtml(document), HasSubstr("٩ فبراير ٢٠٢٦"));
}

TEST(TransferOrderPageTest, SpeaksEnglishAndFrench) {
  const std::string english = TransferOrdersHtml(SomeDocument(Language::kEnglish));
  EXPECT_THAT(english, HasSubstr("<html lang=\"en\" dir=\"ltr\">"));
  EXPECT_THAT(english, HasSubstr("Duty at the new post begins on <bdi>1 March 2026</bdi>."));
  const std::string french = TransferOrdersHtml(SomeDocument(Language::kFrench));
  EXPECT_THAT(french, HasSubstr("<h1>Ordre de mutation</h1>"));
  EXPECT_THAT(french, HasSubstr("a lieu le <bdi>1er mars 2026</bdi>."));
}

TEST(TransferOrderPageTest, CountsPostsWhereNobodyIsNamedAndTellsSubstitution) {
  TransferOrderDocument document = SomeDocument(Language::kEnglish);
  document.orders[0].person = "";
  document.orders[0].heads = 5;
  document.orders[0].needed_cadre = "midwife";
  const std::string html = TransferOrdersHtml(document);
  EXPECT_THAT(html, HasSubstr("<bdi>مركز القصير</bdi>: <bdi>5</bdi>.</li>"));
  EXPECT_THAT(html, HasSubstr("the cadre counted is <bdi>midwife</bdi>"));
}

TEST(TransferOrderPageTest, APlanWithoutMovesHasNoPages) {
  TransferOrderDocument document = SomeDocument(Language::kEnglish);
  document.orders.clear();
  const std::string html = TransferOrdersHtml(document);
  EXPECT_THAT(html, HasSubstr("This plan has no transfer orders."));
  EXPECT_THAT(html, Not(HasSubstr("<section")));
}

}  // namespace
}  // namespace mudiriya::staffing
