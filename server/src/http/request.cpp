// SPDX-License-Identifier: Apache-2.0
#include "http/request.hpp"

#include "http/cookie.hpp"

#include <algorithm>
#include <cstdlib>

namespace konbit::http {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// Takes what stands before `separator` off the front of `rest`.
std::string_view next_part(std::string_view& rest, char separator) {
    const auto part = rest.substr(0, rest.find(separator));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    return trimmed(part);
}

/// One entry of an Accept-like header: "fr-CA;q=0.8" is {"fr-CA", 0.8}.
struct Preference {
    std::string_view value;
    double quality = 1;
};

Preference preference(std::string_view entry) {
    Preference result{next_part(entry, ';')};
    while (!entry.empty()) {
        const auto parameter = next_part(entry, ';');
        if (parameter.starts_with("q="))
            result.quality = std::strtod(std::string(parameter.substr(2)).c_str(), nullptr);
    }
    return result;
}

template <class Visit>
void for_each_preference(std::string_view header, Visit visit) {
    while (!header.empty()) visit(preference(next_part(header, ',')));
}

std::string_view known_language(std::string_view tag) {
    const auto base = tag.substr(0, tag.find('-'));
    const auto found =
        std::ranges::find_if(known_languages, [&](auto known) { return same_ignoring_case(known, base); });
    return found == known_languages.end() ? std::string_view{} : *found;
}

std::string_view accepted_language(std::string_view header) {
    Preference best{{}, 0};
    for_each_preference(header, [&](Preference entry) {
        const auto known = known_language(entry.value);
        if (!known.empty() && entry.quality > best.quality) best = {known, entry.quality};
    });
    return best.value;
}

}  // namespace

std::string_view cookie_value(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const auto pair = next_part(header, ';');
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
            return pair.substr(name.size() + 1);
    }
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    return cookie_value(headers.get("cookie"), cookie_name(name, secure));
}

bool Request::wants_html() const {
    double html = 0, json = 0;
    for_each_preference(headers.get("accept"), [&](Preference entry) {
        if (entry.value == "text/html") html = entry.quality;
        if (entry.value == "application/json" || entry.value == "application/problem+json")
            json = entry.quality;
    });
    return html > json;
}

bool Request::accepts_encoding(std::string_view coding) const {
    bool accepted = false;
    for_each_preference(headers.get("accept-encoding"), [&](Preference entry) {
        if (same_ignoring_case(entry.value, coding)) accepted = entry.quality > 0;
    });
    return accepted;
}

std::string_view preferred_language(const Request& request) {
    if (const auto asked = known_language(request.query.first("lang")); !asked.empty()) return asked;
    const auto remembered = known_language(cookie_value(request.headers.get("cookie"), "konbit_lang"));
    if (!remembered.empty()) return remembered;
    const auto accepted = accepted_language(request.headers.get("accept-language"));
    return accepted.empty() ? known_languages.front() : accepted;
}

}  // namespace konbit::http
