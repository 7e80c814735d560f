// SPDX-License-Identifier: Apache-2.0
#include "engine/network/wave_series.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <unordered_map>

namespace konbit::network {
namespace {

/// Numbers names, and keeps what is known of them.
class Joining {
  public:
    explicit Joining(Direction direction) { series_.direction = direction; }

    /// @return The number of each actor of the document.
    std::vector<int> add(const NetworkDocument& document) {
        std::vector<int> numbers;
        for (const std::string& id : document.ids) {
            numbers.push_back(number_.try_emplace(id, static_cast<int>(number_.size())).first->second);
            if (numbers.back() == std::ssize(series_.ids)) series_.ids.push_back(id);
        }
        for (const ActorColumn& column : document.columns) add_column(column, numbers);
        return numbers;
    }

    WaveSeries take() && {
        for (ActorColumn& column : series_.columns) column.values.resize(series_.ids.size());
        return std::move(series_);
    }

  private:
    void add_column(const ActorColumn& column, const std::vector<int>& numbers) {
        auto found = std::ranges::find(series_.columns, column.name, &ActorColumn::name);
        if (found == series_.columns.end()) found = series_.columns.insert(found, {column.name, {}});
        found->values.resize(series_.ids.size());
        for (std::size_t i = 0; i < numbers.size(); ++i)
            if (!column.values[i].empty()) found->values[numbers[i]] = column.values[i];
    }

    WaveSeries series_;
    std::unordered_map<std::string, int> number_;
};

SeriesWave renumbered(const WaveDocument& wave, const std::vector<int>& numbers, std::size_t actors) {
    SeriesWave made{
        std::vector<bool>(actors, !wave.has_roster), std::vector<bool>(actors, !wave.has_roster), {}};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        made.is_member[numbers[i]] = true;
        made.has_answered[numbers[i]] = wave.has_answered[i];
    }
    std::map<std::pair<int, int>, double> weights;
    for (const auto& [from, to, weight] : wave.network.ties) {
        if (from == to || !wave.has_answered[from]) continue;
        const auto [entry, is_new] = weights.try_emplace({numbers[from], numbers[to]}, weight);
        if (!is_new) entry->second = std::max(entry->second, weight);
    }
    for (const auto& [ends, weight] : weights) made.ties.push_back({ends.first, ends.second, weight});
    return made;
}

}  // namespace

WaveSeries joined(std::span<const WaveDocument> waves) {
    Joining joining(waves.front().network.direction);
    std::vector<std::vector<int>> numbers;
    for (const WaveDocument& each : waves) {
        assert(each.network.direction == waves.front().network.direction);
        numbers.push_back(joining.add(each.network));
    }
    WaveSeries series = std::move(joining).take();
    for (std::size_t i = 0; i < waves.size(); ++i)
        series.waves.push_back(renumbered(waves[i], numbers[i], series.ids.size()));
    return series;
}

NetworkDocument WaveSeries::document(std::size_t wave) const {
    const SeriesWave& seen = waves[wave];
    NetworkDocument made{.direction = direction, .ids = {}, .columns = {}, .ties = {}};
    for (const ActorColumn& column : columns) made.columns.push_back({column.name, {}});
    std::vector<int> place(ids.size(), -1);
    for (std::size_t actor = 0; actor < ids.size(); ++actor) {
        if (!seen.is_member[actor]) continue;
        place[actor] = static_cast<int>(made.ids.size());
        made.ids.push_back(ids[actor]);
        for (std::size_t i = 0; i < columns.size(); ++i)
            made.columns[i].values.push_back(columns[i].values[actor]);
    }
    for (const auto& [from, to, weight] : seen.ties) made.ties.push_back({place[from], place[to], weight});
    return made;
}

}  // namespace konbit::network
