// SPDX-License-Identifier: Apache-2.0
#include "features/answers/sealing.hpp"

#include <fmt/core.h>

namespace konbit::answers {

Result<sealed::Row> row_of(std::span<const AlterValue> values, const std::map<WaveMemberId, int>& places) {
    sealed::Row row(places.size() + 1);
    Findings findings;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string pointer = fmt::format("/values/{}/alter_id", i);
        const auto place = places.find(values[i].alter_id);
        findings.require(place != places.end(), pointer, "not_allowed");
        if (place == places.end()) continue;
        auto& value = row[static_cast<std::size_t>(place->second)];
        findings.require(value == 0, pointer, "repeated");
        value = static_cast<unsigned char>(values[i].value);
    }
    return std::move(findings).or_value(std::move(row));
}

sealed::StoredRow sealed_row(const crypto::Key& wave_key, const sealed::Place& place,
                             const sealed::Row& row) {
    return {place.respondent, place.question, {seal_row(wave_key, place, row)}};
}

}  // namespace konbit::answers
