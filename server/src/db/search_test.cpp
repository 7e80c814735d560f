// SPDX-License-Identifier: Apache-2.0
#include "db/search.hpp"

#include "db/testing/fixture.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>

namespace konbit::db::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SearchIndex : public testing::OnBothDatabases {
  protected:
    static std::string id_of(int number) { return fmt::format("00000000-0000-4000-8000-{:012}", number); }

    void add(int number, std::string_view name, std::string_view body = "", std::string_view aliases = "",
             std::string_view kind = "firm") {
        db().write([&](Session& session) { index(session, {kind, id_of(number), name, aliases, body}); });
    }
    std::vector<int> read(Session& session, const Matches& matches) {
        const std::vector<Argument> arguments(matches.arguments.begin(), matches.arguments.end());
        std::vector<int> numbers;
        for (const auto& id :
             session.query_with<std::string>("SELECT CAST(d.id AS TEXT) FROM " + matches.from + " WHERE " +
                                                 matches.condition + " ORDER BY " + matches.place,
                                             arguments))
            numbers.push_back(std::stoi(id.substr(24)));
        return numbers;
    }
    /// The numbers of what is found, rank by rank.
    std::vector<std::vector<int>> by_rank(std::string_view words, std::string_view kind = "firm") {
        return db().read([&](Session& session) {
            const Search search(session.engine(), kind, words);
            std::vector<std::vector<int>> found;
            for (int rank = 0; rank < search.ranks(); ++rank)
                found.push_back(read(session, search.of_rank(rank, 1)));
            return found;
        });
    }
    std::vector<int> found(std::string_view words, std::string_view kind = "firm") {
        std::vector<int> all;
        for (const auto& rank : by_rank(words, kind)) all.insert(all.end(), rank.begin(), rank.end());
        return all;
    }
    std::vector<int> all(std::string_view words) {
        return db().read([&](Session& session) {
            auto numbers = read(session, Search(session.engine(), "firm", words).all(1));
            std::ranges::sort(numbers);
            return numbers;
        });
    }
};
KONBIT_ON_BOTH_DATABASES(SearchIndex);

TEST_P(SearchIndex, FindsTheBeginningsOfFoldedWords) {
    add(1, "Café d'Ébène");
    add(2, "Kakawo Lakay");
    EXPECT_THAT(found("EBEN cafe"), ElementsAre(1));
    EXPECT_THAT(found("kak"), ElementsAre(2));
    EXPECT_THAT(found("akawo"), IsEmpty());
    EXPECT_THAT(found("kakawo tea"), IsEmpty());
}

// Entered from the worst match to the best, two of each rank.
TEST_P(SearchIndex, RanksAlikeOnBothDatabases) {
    add(61, "Mill", "fine cocoa growing");
    add(62, "Press", "growth of cocoa");
    add(51, "Cocoa Mill", "growing");
    add(52, "Growth", "cocoa");
    add(41, "Growing Cocoa");
    add(42, "Growers of fine Cocoa");
    add(31, "The Cocoa Grow");
    add(32, "Grow Cocoa");
    add(21, "Cocoa Growers");
    add(22, "Cocoa Growing");
    add(11, "Cocoa Grow");
    add(12, "COCOA grow!");
    EXPECT_THAT(by_rank("cocoa grow"),
                ElementsAre(ElementsAre(11, 12), ElementsAre(21, 22), ElementsAre(31, 32),
                            ElementsAre(41, 42), ElementsAre(51, 52), ElementsAre(61, 62)));
    EXPECT_EQ(all("cocoa grow").size(), 12U);
}

// A single word cannot be in part in the name.
TEST_P(SearchIndex, GivesEachMatchInOneRankOnly) {
    add(1, "Rum");
    add(2, "Rum Works");
    add(3, "Old Rum");
    add(4, "Old Rumba House");
    add(5, "House", "rum");
    EXPECT_THAT(by_rank("rum"), ElementsAre(ElementsAre(1), ElementsAre(2), ElementsAre(3), ElementsAre(4),
                                            IsEmpty(), ElementsAre(5)));
    EXPECT_THAT(all("rum"), ElementsAre(1, 2, 3, 4, 5));
}

TEST_P(SearchIndex, TakesAnAcronymForAWordOfTheName) {
    add(1, "Ceda Hills", "");
    add(2, "Caribbean Export", "", "CEDA");
    add(3, "Cedar Works");
    EXPECT_THAT(found("ceda"), ElementsAre(1, 3, 2)) << "1 and 3 begin with it";
    EXPECT_THAT(found("caribbean export"), ElementsAre(2));
    EXPECT_THAT(found("caribbean ceda"), ElementsAre(2));
}

TEST_P(SearchIndex, FindsOnlyTheKindAskedFor) {
    add(1, "Cocoa");
    add(2, "Cocoa Valley", "", "", "cluster");
    EXPECT_THAT(found("cocoa"), ElementsAre(1));
    EXPECT_THAT(found("cocoa", "cluster"), ElementsAre(2));
    EXPECT_THAT(found("cluster", "cluster"), IsEmpty()) << "the kind is no word of the record";
}

TEST_P(SearchIndex, KeepsThePlaceOfWhatIsReplacedAndForgetsItsWords) {
    add(1, "Cocoa");
    add(2, "Nutmeg");
    add(1, "Nutmeg");
    EXPECT_THAT(found("cocoa"), IsEmpty());
    EXPECT_THAT(found("nutmeg"), ElementsAre(1, 2));
    db().write([&](Session& session) { remove(session, "firm", id_of(1)); });
    EXPECT_THAT(found("nutmeg"), ElementsAre(2));
    EXPECT_THAT(all("nutmeg"), ElementsAre(2));
}

TEST_P(SearchIndex, TakesOperatorsForPunctuation) {
    add(1, "AND or not", "near 1e5 a.b@c.de");
    for (const char* const words :
         {"\"", "*", "and", "NOT", "and OR not", "'':*", "& | !", "title:and", "1e5", "c.de", "-", "^and"}) {
        EXPECT_NO_THROW(found(words)) << words;
    }
    EXPECT_THAT(found("1e5 c.de"), ElementsAre(1));
    EXPECT_THAT(found("a.b@c.de OR"), ElementsAre(1));
    EXPECT_THAT(found("& | !"), IsEmpty());
    EXPECT_THAT(all("& | !"), IsEmpty());
}

TEST_P(SearchIndex, TakesTextsOfAnyLength) {
    add(1, std::string(5'000, 'x'), std::string(50'000, 'y') + " end");
    add(2, "", "");
    EXPECT_THAT(found("xxxx"), ElementsAre(1));
    EXPECT_THAT(found(std::string(5'000, 'x')), ElementsAre(1));
}

}  // namespace
}  // namespace konbit::db::search
