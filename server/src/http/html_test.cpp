// SPDX-License-Identifier: Apache-2.0
#include "http/html.hpp"

#include "http/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace konbit::html {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

template <class T>
concept Child = requires(T child) { el("p", child); };

// Yes and no have no spelling of their own; a page must choose its words.
static_assert(!Child<bool>);
static_assert(Child<int> && Child<std::string> && Child<const char*>);

TEST(Html, EscapesTextAndAttributesAlike) {
    EXPECT_EQ(el("p", attr("title", "a\"b'c"), "<b> & \"q\"").str(),
              "<p title=\"a&quot;b&#39;c\">&lt;b&gt; &amp; &quot;q&quot;</p>");
}

TEST(Html, NestsMarkupWithoutEscapingItAgain) {
    EXPECT_EQ(el("ul", cls("cards"), el("li", "a"), el("li", 2)).str(),
              "<ul class=\"cards\"><li>a</li><li>2</li></ul>");
}

TEST(Html, GivesVoidElementsNoEnd) {
    EXPECT_EQ(el("input", attr("name", "q"), flag("required"), flag("disabled", false)).str(),
              "<input name=\"q\" required>");
}

TEST(Html, RepeatsAndLeavesOut) {
    const std::array names{"x", "y"};
    EXPECT_EQ(each(names, [](const auto& name) { return el("li", name); }).str(), "<li>x</li><li>y</li>");
    EXPECT_EQ(when(false, [] { return el("p"); }).str(), "");
    EXPECT_EQ(when(true, [] { return el("p"); }).str(), "<p></p>");
}

TEST(Html, BlocksAddressesThatRun) {
    for (const auto* url : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
                            " javascript:x", "java\tscript:x", "\x01javascript:x", "blob:x", "//a b"})
        EXPECT_EQ(href(url).markup, " href=\"#blocked\"") << url;
}

TEST(Html, KeepsAddressesThatDoNot) {
    for (const auto* url :
         {"/a?b=c:d", "https://konbit.example/", "mailto:a@b.example", "tel:+1758", "#top", "a/b:c", ""})
        EXPECT_EQ(href(url).markup, " href=\"" + std::string(url) + "\"");
}

TEST(Page, NamesItselfForSearchAndSharing) {
    Head head;
    head.language = "fr";
    head.title = "Grappes & co";
    head.description = "Des grappes";
    head.canonical = "https://konbit.example/clusters";
    head.alternates = {{"en", "https://konbit.example/clusters?lang=en"}};
    head.styles = {"/assets/public-1a.css"};
    head.scripts = {"/assets/public-2b.js"};
    const auto text = document(head, el("h1", "Grappes"));
    EXPECT_TRUE(text.starts_with("<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">"));
    EXPECT_THAT(text, HasSubstr("<title>Grappes &amp; co</title>"));
    EXPECT_THAT(text, HasSubstr("<link rel=\"canonical\" href=\"https://konbit.example/clusters\">"));
    EXPECT_THAT(text, HasSubstr("<link rel=\"alternate\" hreflang=\"en\""));
    EXPECT_THAT(text, HasSubstr("<meta property=\"og:title\" content=\"Grappes &amp; co\">"));
    EXPECT_THAT(text, HasSubstr("<link rel=\"stylesheet\" href=\"/assets/public-1a.css\">"));
    EXPECT_THAT(text, HasSubstr("<script type=\"module\" src=\"/assets/public-2b.js\"></script>"));
    EXPECT_THAT(text, HasSubstr("<body><h1>Grappes</h1></body></html>"));
    EXPECT_THAT(text, Not(HasSubstr("og:image")));
}

TEST(Page, KeepsDataFromEndingItsBlock) {
    EXPECT_EQ(
        json_ld_block(R"({"name":"</script><b>&"})").str(),
        R"(<script type="application/ld+json">{"name":"\u003c/script\u003e\u003cb\u003e\u0026"}</script>)");
}

}  // namespace
}  // namespace konbit::html
