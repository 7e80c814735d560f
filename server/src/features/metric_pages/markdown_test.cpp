// SPDX-License-Identifier: Apache-2.0
#include "features/metric_pages/markdown.hpp"

#include <gtest/gtest.h>

namespace konbit::metric_pages {
namespace {

std::string of(std::string_view text) {
    return rendered(text,
                    [](std::string_view link) {
                        return link == "qap.md" ? std::string("/measures/qap") : std::string();
                    })
        .str();
}

TEST(Markdown, MakesParagraphsOfLinesAndHeadings) {
    EXPECT_EQ(of("# Who `n`\n\none\ntwo\n\n## More\n"),
              "<h1>Who <code>n</code></h1><p>one two</p><h2>More</h2>");
    EXPECT_EQ(title_of("\n# Who `n`\n"), "Who n");
}

TEST(Markdown, MarksWordsAndFollowsLinks) {
    EXPECT_EQ(of("**Read** *this* [test](qap.md), not [that](x.md)."),
              "<p><strong>Read</strong> <em>this</em> <a href=\"/measures/qap\">test</a>, not that.</p>");
    EXPECT_EQ(of("2 * 3 * 4"), "<p>2 * 3 * 4</p>");
}

TEST(Markdown, LinksDoisWithBracketsAndWithoutTheEndOfTheSentence) {
    EXPECT_EQ(
        of("See doi:10.1016/0378-8733(88)90004-4."),
        "<p>See <a "
        "href=\"https://doi.org/10.1016/0378-8733(88)90004-4\">doi:10.1016/0378-8733(88)90004-4</a>.</p>");
}

TEST(Markdown, KeepsBarsInsideCodeOutOfTables) {
    EXPECT_EQ(of("| a | b |\n|---|---|\n| `|R|` | 2 |\n"),
              "<div class=\"k-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"a\"><table "
              "class=\"k-table\"><thead><tr><th scope=\"col\">a</th><th "
              "scope=\"col\">b</th></tr></thead><tbody><tr><td><code>|R|</code></td><td>2</td></tr></tbody></"
              "table></div>");
}

TEST(Markdown, MakesListsAndCode) {
    EXPECT_EQ(of("- one\n  more\n- two\n"), "<ul><li>one more</li><li>two</li></ul>");
    EXPECT_EQ(of("```\na < b\n```\n"), "<pre><code>a &lt; b\n</code></pre>");
}

TEST(Markdown, EscapesEverythingElse) {
    EXPECT_EQ(of("<script> & `<b>`"), "<p>&lt;script&gt; &amp; <code>&lt;b&gt;</code></p>");
    EXPECT_EQ(of("`open"), "<p>`open</p>") << "an open mark is text";
}

}  // namespace
}  // namespace konbit::metric_pages
