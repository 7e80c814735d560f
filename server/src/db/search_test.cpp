// SPDX-License-Identifier: Apache-2.0
#include "db/search.hpp"

#include "db/testing/fixture.hpp"

#include <gmock/gmock.h>

namespace konbit::db::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "cocoa coop": cocoa 8 + coop begins cooperative 5 + the title begins with the first word 4.
TEST(Score, WeighsTheTitleAndWholeWords) {
    EXPECT_EQ(score({"cocoa", "coop"}, "cocoa cooperative", ""), 17);
    EXPECT_EQ(score({"cocoa"}, "cocoa", ""), 16);
    EXPECT_EQ(score({"cocoa"}, "kakawo", "fine cocoa"), 2);
    EXPECT_EQ(score({"coc"}, "kakawo", "fine cocoa"), 1);
    EXPECT_EQ(score({"cocoa", "tea"}, "cocoa", ""), 0);
}

class Search : public testing::OnBothDatabases {
  protected:
    void add(std::string_view id, std::string_view title, std::string_view body = "",
             std::string_view scope = "public", std::string_view kind = "firm") {
        db().write([&](Session& session) { index(session, {kind, id, scope, title, body}); });
    }
    Hits find_hits(const Query& query) {
        return db().read([&](Session& session) { return find(session, query); });
    }
    std::vector<std::string> ids(std::string_view words, std::vector<std::string_view> scopes = {"public"}) {
        std::vector<std::string> found;
        for (const Hit& hit : find_hits({words, {}, std::move(scopes)}).items) found.push_back(hit.id);
        return found;
    }
};
KONBIT_ON_BOTH_DATABASES(Search);

TEST_P(Search, FindsTheBeginningsOfFoldedWords) {
    add("1", "Café d'Ébène");
    add("2", "Kakawo Lakay");
    EXPECT_THAT(ids("EBEN cafe"), ElementsAre("1"));
    EXPECT_THAT(ids("kak"), ElementsAre("2"));
    EXPECT_THAT(ids("akawo"), IsEmpty());
    EXPECT_THAT(ids("kakawo tea"), IsEmpty());
}

// 1: title word 8, begins 4, is all 4 = 16. 4: prefix 5 + 4 = 9. 2: 8. 3 and 5: body 2, by id.
TEST_P(Search, RanksAlikeOnBothDatabases) {
    add("5", "Old mill", "cocoa");
    add("3", "Kakawo", "fine cocoa");
    add("2", "Fine cocoa");
    add("4", "Cocoanut grove");
    add("1", "Cocoa");
    EXPECT_THAT(ids("cocoa"), ElementsAre("1", "4", "2", "3", "5"));
}

TEST_P(Search, FindsOnlyInTheScopesAndKindsAskedFor) {
    add("1", "Cocoa", "", "public");
    add("2", "Cocoa", "", "hidden");
    add("1", "Cocoa", "", "public", "cluster");
    EXPECT_THAT(find_hits({"cocoa", {"firm"}, {"public"}}).items, ElementsAre(Hit{"firm", "1", 16}));
    EXPECT_EQ(find_hits({"cocoa", {}, {"public", "hidden"}}).found, 3U);
    EXPECT_THAT(ids("cocoa", {}), IsEmpty());
}

TEST_P(Search, ForgetsWhatIsReplacedOrRemoved) {
    add("1", "Cocoa");
    add("1", "Nutmeg");
    EXPECT_THAT(ids("cocoa"), IsEmpty());
    EXPECT_THAT(ids("nutmeg"), ElementsAre("1"));
    db().write([](Session& session) { remove(session, "firm", "1"); });
    EXPECT_THAT(ids("nutmeg"), IsEmpty());
}

TEST_P(Search, TakesOperatorsForPunctuation) {
    add("1", "AND or not", "near 1e5 a.b@c.de");
    for (const char* const words :
         {"\"", "*", "and", "NOT", "and OR not", "'':*", "& | !", "title:and", "1e5", "c.de", "-"}) {
        EXPECT_NO_THROW(ids(words)) << words;
    }
    EXPECT_THAT(ids("1e5 c.de"), ElementsAre("1"));
    EXPECT_THAT(ids("a.b@c.de OR"), ElementsAre("1"));
    EXPECT_THAT(ids("& | !"), IsEmpty());
}

TEST_P(Search, TakesTextsOfAnyLength) {
    add("1", std::string(5'000, 'x'), std::string(50'000, 'y') + " end");
    add("2", "", "");
    EXPECT_THAT(ids("xxxx"), ElementsAre("1"));
    EXPECT_THAT(ids(std::string(5'000, 'x')), ElementsAre("1"));
}

TEST_P(Search, SaysWhenItLookedAtOnlySome) {
    db().write([](Session& session) {
        for (int i = 0; i < 501; ++i) index(session, {"firm", std::to_string(i), "public", "Cocoa", ""});
    });
    const Hits hits = find_hits({"cocoa", {}, {"public"}, 10});
    EXPECT_TRUE(hits.is_capped);
    EXPECT_EQ(hits.found, 500U);
    EXPECT_EQ(hits.items.size(), 10U);
}

}  // namespace
}  // namespace konbit::db::search
