// SPDX-License-Identifier: Apache-2.0
#include "pdf/document.hpp"

#include <gtest/gtest.h>

namespace konbit::pdf {

namespace {

Document two_pages() {
    Document document(Paper::a4, {"Encuesta de la Asociación", "es"});
    document.add_page().write({72, 72}, "¿Con quién habla, señora Núñez?");
    document.add_page().box({72, 72}, {9, 9});
    return document;
}

/// How often a text stands in another.
std::size_t count(std::string_view text, std::string_view part) {
    std::size_t times = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++times;
    return times;
}

}  // namespace

TEST(Document, HasItsPagesAndOneCopyOfEachFont) {
    const std::string file = two_pages().bytes();
    EXPECT_TRUE(file.starts_with("%PDF-1.7\n"));
    EXPECT_TRUE(file.ends_with("%%EOF\n"));
    EXPECT_EQ(count(file, "/Type /Page "), 2U);
    EXPECT_EQ(count(file, "/FontFile2"), 2U);
}

TEST(Document, SaysWhereItsTableOfObjectsBegins) {
    const std::string file = two_pages().bytes();
    const auto named = std::stoul(file.substr(file.rfind("startxref\n") + 10));
    EXPECT_EQ(file.substr(named, 5), "xref\n");
}

TEST(Document, IsTheSameBytesForTheSameContent) { EXPECT_EQ(two_pages().bytes(), two_pages().bytes()); }

TEST(Document, WithoutPagesGetsAnEmptyOne) {
    EXPECT_EQ(count(Document(Paper::letter, {}).bytes(), "/MediaBox [0 0 612.00 792.00]"), 1U);
}

// Places are counted from the top, the format counts from the bottom: 841.89 - 100 = 741.89.
TEST(Page, CountsFromTheTop) {
    Page page(size_of(Paper::a4));
    page.rule({0, 100}, {10, 100});
    EXPECT_NE(page.content().find("0.00 741.89 m 10.00 741.89 l"), std::string::npos);
}

TEST(Type, BreaksBetweenWordsAndInsideOfWordsThatAreTooLong) {
    const Type type{.size = 10};
    const double width = width_of("Coopérative", type);
    EXPECT_EQ(lines_of("La Coopérative du Nord", type, width),
              (std::vector<std::string>{"La", "Coopérative", "du Nord"}));
    for (const auto& line : lines_of("Coopérativeagricole", type, width))
        EXPECT_LE(width_of(line, type), width);
    EXPECT_EQ(lines_of("one\n\ntwo", type, 200), (std::vector<std::string>{"one", "", "two"}));
}

TEST(Type, ShortensWithAnEllipsis) {
    const Type type{.size = 10};
    EXPECT_EQ(shortened("Kakao", type, 200), "Kakao");
    const std::string part = shortened("Association of Nutmeg Growers", type, 60);
    EXPECT_TRUE(part.ends_with("…"));
    EXPECT_LE(width_of(part, type), 60);
}

TEST(Type, SetsALetterThatItLacksAsAQuestionMark) { EXPECT_DOUBLE_EQ(width_of("漢", {}), width_of("?", {})); }

}  // namespace konbit::pdf
