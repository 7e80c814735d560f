// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/register.hpp"

#include <algorithm>

namespace konbit::duplicates {

namespace {

/// A key that more share than this is too common to look behind.
constexpr std::size_t most_sharers = 400;
constexpr std::size_t word_end = 4, name_end = 8;

/// FNV-1a: two keys that collide cost a comparison, nothing else.
std::uint64_t hash(std::uint64_t seed, std::string_view text) {
    std::uint64_t value = seed ^ 0xcbf29ce484222325ULL;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return value;
}

/// What a key is made of, so that equal letters of different kinds do not meet.
enum class Of : std::uint64_t { name, head, tail, word_head, word_tail, pair, acronym, domain, phone };

std::string_view head(std::string_view text, std::size_t letters) { return text.substr(0, letters); }
std::string_view tail(std::string_view text, std::size_t letters) {
    return text.substr(text.size() - std::min(text.size(), letters));
}

/// The keys under which an organization is found.
class Keys {
  public:
    static std::vector<std::uint64_t> of(const Fingerprint& organization) {
        Keys keys(organization.country_code);
        keys.add_everywhere(Of::name, organization.name.compact);
        keys.add_everywhere(Of::domain, organization.domain);
        keys.add_everywhere(Of::phone, organization.phone);
        keys.add_name(organization.name);
        keys.add_acronyms(organization);
        return std::move(keys.keys_);
    }

  private:
    explicit Keys(std::string_view country_code) : country_(hash(0, country_code)) {}

    void add_everywhere(Of kind, std::string_view text) {
        if (!text.empty()) keys_.push_back(hash(static_cast<std::uint64_t>(kind), text));
    }
    void add(Of kind, std::string_view text) {
        if (!text.empty()) keys_.push_back(hash(country_ + static_cast<std::uint64_t>(kind), text));
    }

    void add_name(const NameKey& name) {
        if (name.compact.size() >= name_end) {
            add(Of::head, head(name.compact, name_end));
            add(Of::tail, tail(name.compact, name_end));
        }
        for (std::size_t i = 0; i < name.words.size(); ++i) {
            const auto& word = name.words[i];
            if (word.weight == 1) {
                add(Of::word_head, head(word.text, word_end));
                add(Of::word_tail, tail(word.text, word_end));
            }
            if (i > 0) add(Of::pair, name.words[i - 1].text + " " + word.text);
        }
    }

    void add_acronyms(const Fingerprint& organization) {
        const auto& words = organization.name.words;
        if (words.size() == 1) add(Of::acronym, words.front().text);
        if (words.size() > 1) {
            add(Of::acronym, organization.name.initials);
            add(Of::acronym, organization.name.all_initials);
        }
        add(Of::acronym, organization.acronym);
    }

    std::uint64_t country_;
    std::vector<std::uint64_t> keys_;
};

}  // namespace

Register::Register(std::vector<Fingerprint> organizations) : organizations_(std::move(organizations)) {
    entries_.reserve(organizations_.size() * 10);
    for (std::size_t place = 0; place < organizations_.size(); ++place)
        for (const auto key : Keys::of(organizations_[place]))
            entries_.push_back({key, static_cast<std::uint32_t>(place)});
    std::ranges::sort(entries_);
}

std::vector<std::uint32_t> Register::sharers(const Fingerprint& candidate) const {
    std::vector<std::uint32_t> places;
    for (const auto key : Keys::of(candidate)) {
        const auto shared = std::ranges::equal_range(entries_, key, {}, &Entry::key);
        if (shared.size() > most_sharers) continue;
        for (const auto& entry : shared) places.push_back(entry.place);
    }
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    return places;
}

std::vector<Match> Register::matches(const Fingerprint& candidate) const {
    std::vector<Match> found;
    for (const auto place : sharers(candidate))
        if (Score score = duplicates::score(candidate, organizations_[place]); score.value >= possible)
            found.push_back({place, std::move(score)});
    std::ranges::sort(found, {},
                      [](const Match& match) { return std::pair(-match.score.value, match.place); });
    return found;
}

}  // namespace konbit::duplicates
