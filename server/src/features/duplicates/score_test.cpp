// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/score.hpp"

#include "core/csv.hpp"
#include "features/duplicates/register.hpp"

#include <fmt/core.h>
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace konbit::duplicates {
namespace {

using ::testing::ElementsAre;

Described described(const std::vector<std::string>& cells, std::size_t at) {
    return {cells[at], cells[at + 4], cells[at + 1], cells[at + 2], cells[at + 3]};
}

struct Pair {
    bool is_duplicate;
    Described a, b;
};

/// Pairs of names as they are met in the region, labelled by hand.
std::vector<Pair> labelled_pairs() {
    std::ifstream file(KONBIT_SOURCE_DIR "/tests/golden/duplicates/pairs.csv", std::ios::binary);
    const auto table = read_csv(std::string(std::istreambuf_iterator<char>(file), {})).value();
    std::vector<Pair> pairs;
    for (const auto& row : table.rows)
        pairs.push_back({row.cells[0] == "1", described(row.cells, 1), described(row.cells, 6)});
    return pairs;
}

/// Whether the second of a pair is found when a register that holds it is asked for the first.
bool is_found(const Pair& pair) {
    return !Register({fingerprint(pair.b)}).matches(fingerprint(pair.a)).empty();
}

double score_of(const Described& a, const Described& b) {
    return score(fingerprint(a), fingerprint(b)).value;
}

TEST(Duplicates, AreFoundAmongLabelledPairs) {
    int found = 0, missed = 0, wrong = 0, apart = 0;
    for (const Pair& pair : labelled_pairs()) {
        const bool says = is_found(pair);
        ++(pair.is_duplicate ? (says ? found : missed) : (says ? wrong : apart));
        if (says != pair.is_duplicate)
            fmt::print("{}: {} | {} ({:.2f})\n", says ? "wrong" : "missed", pair.a.name, pair.b.name,
                       score_of(pair.a, pair.b));
    }
    const double recall = found / static_cast<double>(found + missed);
    const double precision = found / static_cast<double>(found + wrong);
    fmt::print("{} duplicates, {} near pairs: recall {:.3f}, precision {:.3f}\n", found + missed,
               wrong + apart, recall, precision);
    EXPECT_GE(found + missed, 40);
    EXPECT_GE(wrong + apart, 120);
    EXPECT_GE(recall, 0.9);
    EXPECT_GE(precision, 0.8);
}

TEST(Duplicates, AreTheSameInEitherOrder) {
    for (const Pair& pair : labelled_pairs()) {
        const auto a = fingerprint(pair.a), b = fingerprint(pair.b);
        EXPECT_NEAR(score(a, b).value, score(b, a).value, 1e-9) << pair.a.name << " | " << pair.b.name;
        EXPECT_GE(score(a, a).value, 1.0 - 1e-9) << pair.a.name;
    }
}

TEST(Duplicates, AreCertainOnlyWhenMoreThanAWordAgrees) {
    EXPECT_GE(
        score_of({.name = "The Concord Valley Chocolate Co. Ltd."}, {.name = "Concord Valley Chocolate"}),
        certain);
    EXPECT_LT(score_of({.name = "BIDC"}, {.name = "Barbados Investment and Development Corporation"}),
              certain);
    EXPECT_LT(score_of({.name = "Concord Valley"}, {.name = "Concord Valley Chocolate"}), certain);
}

TEST(Duplicates, SayWhy) {
    const auto found = score(fingerprint({.name = "Morne Honey", .website = "https://www.morne.dm/shop"}),
                             fingerprint({.name = "Morne Honey Ltd", .website = "morne.dm"}));
    EXPECT_THAT(found.reasons, ElementsAre(Reason::same_name, Reason::same_website));
}

TEST(Register, FindsTheMostAlikeFirst) {
    const Register all({fingerprint({.name = "Grand Etang Herbs", .country_code = "GD"}),
                        fingerprint({.name = "Grand Etang Herb", .country_code = "GD"}),
                        fingerprint({.name = "Grand Anse Herbs", .country_code = "GD"})});
    const auto matches = all.matches(fingerprint({.name = "Grand Étang Herb Ltd", .country_code = "GD"}));
    ASSERT_EQ(matches.size(), 2U);
    EXPECT_EQ(matches[0].place, 1U);
    EXPECT_EQ(matches[1].place, 0U);
}

TEST(Fingerprint, TakesWhatTellsSomebodyApart) {
    EXPECT_EQ(domain_of("https://www.Belmont.gd/en?x"), "belmont.gd");
    EXPECT_EQ(domain_of("m.facebook.com/belmont"), "");
    EXPECT_EQ(domain_of("none"), "");
    EXPECT_EQ(phone_key("+1 (473) 440-1234"), "4734401234");
    EXPECT_EQ(phone_key("4401"), "");
}

}  // namespace
}  // namespace konbit::duplicates
