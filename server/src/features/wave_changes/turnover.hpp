// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <string>
#include <vector>

/// What became of a cluster between two waves of its survey.
namespace konbit::wave_changes {

/// The wave before another one.
struct EarlierWave {
    WaveId id{};
    std::string title;

    static constexpr auto fields() {
        return std::tuple{field("id", &EarlierWave::id), field("title", &EarlierWave::title)};
    }
};

/// Who came and who went. The roster is open information: names, in the order of the rosters.
struct Turnover {
    std::optional<EarlierWave> since;  ///< Empty in a first wave; then nobody joined or left.
    std::vector<std::string> joined;
    std::vector<std::string> left;  ///< Not asked about any more.

    static constexpr auto fields() {
        return std::tuple{
            field("since", &Turnover::since),
            field("joined", &Turnover::joined),
            field("left", &Turnover::left),
        };
    }
};

/// The wave of the same survey that was opened last before `wave`; pilots do not count.
std::optional<EarlierWave> find_earlier(db::Session& db, const WaveId& wave);

/// Another wave of the same survey, opened before `wave`; nothing when `earlier` is none.
std::optional<EarlierWave> find_earlier(db::Session& db, const WaveId& wave, const WaveId& earlier);

Turnover find_turnover(db::Session& db, const WaveId& wave);

/// @param since  Before `wave`; nothing: a first wave.
Turnover turnover_between(db::Session& db, const WaveId& wave, std::optional<EarlierWave> since);

}  // namespace konbit::wave_changes
