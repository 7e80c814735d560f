// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/wave_rules.hpp"

#include "core/text.hpp"
#include "features/surveys/instrument.hpp"

#include <algorithm>
#include <ranges>

namespace konbit::surveys {

namespace {

constexpr std::size_t longest_title = 200;

Result<void> require(bool holds, std::string_view reason) {
    if (!holds) return failure(ErrorCode::conflict, std::string(reason));
    return {};
}

Result<Wave> opened(Wave wave, Instant now) {
    KONBIT_CHECK(require(wave.state == WaveState::draft, "wave_not_draft"));
    wave.state = WaveState::open;
    wave.opens_at = now;
    wave.consent_version = consent_version;
    return wave;
}

Result<Wave> closed(Wave wave, Instant now) {
    KONBIT_CHECK(require(wave.state == WaveState::open, "wave_not_open"));
    wave.state = WaveState::closed;
    wave.closed_at = now;
    return wave;
}

/// The planned end is past by then: a reopened wave stays open until somebody closes it.
Result<Wave> reopened(Wave wave) {
    KONBIT_CHECK(require(wave.state == WaveState::closed, "wave_not_closed"));
    wave.state = WaveState::open;
    wave.closes_at.reset();
    wave.closed_at.reset();
    wave.revision += 1;
    return wave;
}

Result<Wave> frozen(Wave wave, Instant now) {
    KONBIT_CHECK(require(wave.state == WaveState::closed && wave.closed_at, "wave_not_closed"));
    KONBIT_CHECK(require(now - *wave.closed_at >= days_of_reply * day_ms, "time_of_reply"));
    wave.state = WaveState::frozen;
    wave.frozen_at = now;
    return wave;
}

Result<Wave> published(Wave wave) {
    KONBIT_CHECK(require(wave.state == WaveState::frozen, "wave_not_frozen"));
    wave.state = WaveState::published;
    return wave;
}

/// A pilot is opened and closed, and nothing more comes of it.
bool is_of_pilots(WaveEvent event) {
    return event != WaveEvent::reopened && event != WaveEvent::frozen && event != WaveEvent::published;
}

bool is_known(const std::string& language) {
    return std::ranges::find(languages, language) != languages.end();
}

}  // namespace

Result<Wave> after(WaveEvent event, Wave wave, Instant now) {
    KONBIT_CHECK(require(!wave.pilot_of || is_of_pilots(event), "is_pilot"));
    KONBIT_CHECK(require(!wave.imported_from || event != WaveEvent::reopened, "is_imported"));
    switch (event) {
        case WaveEvent::opened:
            return opened(std::move(wave), now);
        case WaveEvent::closed:
            return closed(std::move(wave), now);
        case WaveEvent::reopened:
            return reopened(std::move(wave));
        case WaveEvent::frozen:
            return frozen(std::move(wave), now);
        case WaveEvent::published:
            return published(std::move(wave));
        case WaveEvent::created:
        case WaveEvent::link_replaced:
        case WaveEvent::links_sent:
            return wave;
    }
    return wave;
}

Result<void> check_roster_size(std::size_t members) {
    KONBIT_CHECK(require(members >= smallest_roster, "roster_too_small"));
    return require(members <= largest_roster, "roster_too_large");
}

bool is_asked(Asks asks, const WaveMember& member) {
    return asks == Asks::everybody || member.participates_in_programme == (asks == Asks::participants);
}

Result<void> check_takes_answers(const Wave& wave, Instant now) {
    KONBIT_CHECK(require(wave.state != WaveState::draft, "wave_not_open"));
    return require(wave.state == WaveState::open && (!wave.closes_at || now < *wave.closes_at),
                   "wave_closed");
}

std::optional<Instant> end_of_reply(const Wave& wave) {
    if (!wave.closed_at) return std::nullopt;
    return *wave.closed_at + days_of_reply * day_ms;
}

Result<void> check_takes_replies(const Wave& wave, Instant now) {
    const auto end = end_of_reply(wave);
    KONBIT_CHECK(require(end.has_value() && !wave.pilot_of, "wave_not_closed"));
    return require(wave.state == WaveState::closed && now < *end, "reply_over");
}

Result<Wave> checked(Wave wave, Instant earliest_end) {
    Findings findings;
    wave.title = text::trim(wave.title);
    findings.require(!wave.title.empty(), "/title", "required");
    findings.require(text::length(wave.title) <= longest_title, "/title", "too_long", {{"max", "200"}});
    findings.require(!wave.closes_at || *wave.closes_at > earliest_end, "/closes_at", "in_past");
    if (wave.languages.empty()) wave.languages.assign(languages.begin(), languages.end());
    findings.require(std::ranges::all_of(wave.languages, is_known), "/languages", "not_allowed");
    return std::move(findings).or_value(std::move(wave));
}

Result<void> check_change(const Wave& stored, const Wave& wanted) {
    if (stored.state == WaveState::draft) return {};
    const bool same = stored.is_baseline == wanted.is_baseline && stored.languages == wanted.languages &&
                      stored.asks == wanted.asks && stored.informant_rule == wanted.informant_rule;
    KONBIT_CHECK(require(same, "instrument_frozen"));
    const bool is_final = stored.state == WaveState::frozen || stored.state == WaveState::published;
    KONBIT_CHECK(require(!is_final || stored.title == wanted.title, "wave_closed"));
    return require(stored.state == WaveState::open || stored.closes_at == wanted.closes_at, "wave_closed");
}

}  // namespace konbit::surveys
