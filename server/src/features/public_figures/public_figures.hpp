// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/totals/totals.hpp"

/// What anybody may read of a cluster's network: figures of the whole of it, of open questions, where the
/// consent said so before the first answer and the facilitator released them. All of it follows from what
/// readers of totals are given (features/totals), so that nobody learns more from the two together.
namespace konbit::public_figures {

/// How many of the possible ties there are, as the width of a line tells it.
enum class Band {
    few,   ///< Below a tenth.
    some,  ///< Below a quarter.
    many,  ///< Below a half.
    most,  ///< A half or more.
};
constexpr auto names(Band) { return std::to_array<std::string_view>({"few", "some", "many", "most"}); }

/// @param share  In [0, 1].
Band band_of(double share);

/// One open question; every share is in whole percent, as readers of totals have it.
struct PublicQuestion {
    QuestionKey key = QuestionKey::know;
    int answered = 0;       ///< Members whose answer to it is known; never fewer than ten.
    double share = 0;       ///< Of the possible ties of those who answered.
    double share_low = 0;   ///< Of all possible ties, if everybody who is silent named nobody ...
    double share_high = 0;  ///< ... and if everybody named all.
    std::optional<QuestionKey>
        base{};  ///< The question whose ties this one was asked about, if that is open.
    std::optional<double> share_of_base{};
    std::vector<surveys::SeriesBreak> breaks{};  ///< Why it is no continuation of the wave before.

    static constexpr auto fields() {
        return std::tuple{
            field("key", &PublicQuestion::key),
            field("answered", &PublicQuestion::answered),
            field("share", &PublicQuestion::share),
            field("share_low", &PublicQuestion::share_low),
            field("share_high", &PublicQuestion::share_high),
            field("base", &PublicQuestion::base),
            field("share_of_base", &PublicQuestion::share_of_base),
            field("breaks", &PublicQuestion::breaks),
        };
    }
};

/// A country, or some taken together. How many of it answered is not told: where all did, that tells of each.
struct PublicGroup {
    std::string code;  ///< ISO 3166-1 alpha-2; empty for smaller ones taken together.
    int members = 0;
    int joined = 1;  ///< How many countries it holds.

    static constexpr auto fields() {
        return std::tuple{
            field("code", &PublicGroup::code),
            field("members", &PublicGroup::members),
            field("joined", &PublicGroup::joined),
        };
    }
};

/// Ties between two groups in either direction, or within one.
struct PublicLink {
    int one = 0;  ///< Numbers of groups; the same twice: within it.
    int other = 0;
    Band band = Band::few;

    static constexpr auto fields() {
        return std::tuple{
            field("one", &PublicLink::one),
            field("other", &PublicLink::other),
            field("band", &PublicLink::band),
        };
    }
    bool operator==(const PublicLink&) const = default;
};

/// The network from country to country.
struct PublicPicture {
    QuestionKey question = QuestionKey::know;
    std::vector<PublicGroup> groups{};
    std::vector<PublicLink> links{};

    static constexpr auto fields() {
        return std::tuple{
            field("question", &PublicPicture::question),
            field("groups", &PublicPicture::groups),
            field("links", &PublicPicture::links),
        };
    }
};

struct PublicWave {
    std::string title;
    std::optional<Instant> opens_at;
    int members = 0;  ///< On the roster.
    int asked = 0;
    int answered = 0;
    std::vector<PublicQuestion> questions;
    std::vector<PublicPicture> pictures;

    static constexpr auto fields() {
        return std::tuple{
            field("title", &PublicWave::title),       field("opens_at", &PublicWave::opens_at),
            field("members", &PublicWave::members),   field("asked", &PublicWave::asked),
            field("answered", &PublicWave::answered), field("questions", &PublicWave::questions),
            field("pictures", &PublicWave::pictures),
        };
    }
};

struct PublicNetwork {
    std::string cluster_name;
    bool is_demo = false;
    std::string license;
    std::vector<PublicWave> waves;  ///< The earliest first.

    static constexpr auto fields() {
        return std::tuple{
            field("cluster_name", &PublicNetwork::cluster_name),
            field("is_demo", &PublicNetwork::is_demo),
            field("license", &PublicNetwork::license),
            field("waves", &PublicNetwork::waves),
        };
    }
};

/// How far one wave is on its way to the public, for its facilitator.
struct Publicity {
    bool is_announced = false;              ///< The consent of the wave says so.
    std::optional<Instant> released_at;     ///< Empty while nobody else reads anything.
    std::optional<std::string> withheld{};  ///< Why nothing can be shown of final results: "few_in_public",
                                            ///< "low_in_public", "answers_withdrawn", "no_open_question".

    static constexpr auto fields() {
        return std::tuple{
            field("is_announced", &Publicity::is_announced),
            field("released_at", &Publicity::released_at),
            field("withheld", &Publicity::withheld),
        };
    }
};

/// Groups in which fewer than disclosure::least_people_in_public answered are taken together, with the next
/// larger one until they are as many. Shares are those of the table, weighed by the ties that were possible.
/// @return Nothing when fewer than two groups are left.
std::optional<PublicPicture> picture_of(const totals::TotalsTable& table);

/// What the public may read of a wave with final results.
/// @return ErrorCode::conflict with the reason of Publicity::withheld when that is nothing.
Result<PublicWave> public_wave_of(const networks::WaveData& data, const networks::NetworkReport& report);

}  // namespace konbit::public_figures
