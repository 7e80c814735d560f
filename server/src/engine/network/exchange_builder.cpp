// SPDX-License-Identifier: Apache-2.0
#include "engine/network/exchange_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_set>

namespace konbit::network {

std::unexpected<Error> refused(const Place& place, std::string code, std::string_view value,
                               std::string file) {
    FieldError finding{fmt::format("row:{}/{}", place.row, place.field), std::move(code), {}};
    if (!value.empty()) finding.params.emplace("value", std::string(value.substr(0, 80)));
    return failure(ErrorCode::invalid, std::move(file), {std::move(finding)});
}

Result<double> number_in(std::string_view text, const Place& place) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return refused(place, "not_a_number", text);
    return number;
}

Result<std::size_t> count_in(std::string_view text, const Place& place, std::size_t most) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return refused(place, "not_a_number", text);
    if (number > most) return refused(place, "too_many_members", text);
    return number;
}

Result<int> DocumentBuilder::add_actor(std::string_view id, const Place& place) {
    if (id.empty()) return refused(place, "missing_id");
    if (document_.ids.size() == most_actors) return refused(place, "too_many_members");
    if (!number_.try_emplace(std::string(id), actor_count()).second)
        return refused(place, "duplicate_id", id);
    document_.ids.emplace_back(id);
    if (document_.columns.size() * document_.ids.size() > most_values)
        return refused(place, "too_many_values");
    return actor_count() - 1;
}

Result<int> DocumentBuilder::find_or_add(std::string_view id, const Place& place) {
    const auto found = number_.find(std::string(id));
    if (found != number_.end()) return found->second;
    return add_actor(id, place);
}

Result<int> DocumentBuilder::find(std::string_view id, const Place& place) const {
    if (id.empty()) return refused(place, "missing_id");
    const auto found = number_.find(std::string(id));
    if (found == number_.end()) return refused(place, "unknown_id", id);
    return found->second;
}

Result<bool> DocumentBuilder::add_tie(int from, int to, double weight, const Place& place) {
    if (document_.ties.size() == most_ties) return refused(place, "too_many_ties");
    document_.ties.push_back({from, to, weight});
    return true;
}

Result<bool> DocumentBuilder::set_value(int actor, const std::string& column, std::string value,
                                        const Place& place) {
    const auto [entry, is_new] = column_.try_emplace(column, document_.columns.size());
    if (is_new) document_.columns.push_back({column, {}});
    if (document_.columns.size() * document_.ids.size() > most_values)
        return refused(place, "too_many_values");
    auto& values = document_.columns[entry->second].values;
    if (std::ssize(values) <= actor) values.resize(actor + 1);
    values[actor] = std::move(value);
    return true;
}

void DocumentBuilder::rename(std::vector<std::string> names) {
    const std::unordered_set<std::string_view> different(names.begin(), names.end());
    if (different.size() == names.size() && !different.contains("")) document_.ids = std::move(names);
}

NetworkDocument DocumentBuilder::take() && {
    for (ActorColumn& column : document_.columns) column.values.resize(document_.ids.size());
    if (document_.direction == Direction::directed) return std::move(document_);
    std::unordered_map<std::int64_t, std::size_t> place;
    std::vector<WeightedTie> once;
    for (const WeightedTie& tie : document_.ties) {
        const auto [low, high] = std::minmax(tie.from, tie.to);
        const std::int64_t key = low * static_cast<std::int64_t>(document_.ids.size()) + high;
        const auto [entry, is_new] = place.try_emplace(key, once.size());
        if (is_new)
            once.push_back(tie);
        else
            once[entry->second].weight = std::max(once[entry->second].weight, tie.weight);
    }
    document_.ties = std::move(once);
    return std::move(document_);
}

}  // namespace konbit::network
