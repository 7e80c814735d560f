// SPDX-License-Identifier: Apache-2.0
#include "features/reference/reference_book.hpp"

#include "core/localized.hpp"
#include "features/reference/reference_files.hpp"

#include <algorithm>
#include <stdexcept>

namespace konbit {

ReferenceBook::ReferenceBook(ReferenceData data) : data_(std::move(data)) {
    for (const auto& term : data_.terms) terms_[{term.list, term.code}] = &term;
    index_names();
    index_country_names();
}

void ReferenceBook::index_names() {
    for (const auto& name : data_.names) names_[{name.list, name.code}][name.language] = name.name;
}

void ReferenceBook::index_country_names() {
    for (const auto& country : data_.countries) {
        country_names_.add(country.code, country.code);
        country_names_.add(country.alpha3, country.code);
    }
    for (const auto& name : data_.names)
        if (name.list == "country") country_names_.add(name.name, name.code);
    add_regional_habits(country_names_);
}

bool ReferenceBook::has(std::string_view list, std::string_view code) const {
    if (list == "country") return country(code) != nullptr;
    return terms_.contains({std::string(list), std::string(code)});
}

bool ReferenceBook::has_list(std::string_view list) const {
    return std::ranges::any_of(data_.terms, [list](const Term& term) { return term.list == list; });
}

TermList ReferenceBook::terms(std::string_view list, std::string_view language) const {
    std::vector<const Term*> found;
    for (const auto& term : data_.terms)
        if (term.list == list) found.push_back(&term);
    std::ranges::sort(found, {}, [](const Term* term) { return std::pair(term->position, term->code); });
    TermList named;
    for (const auto* term : found)
        named.items.push_back({term->code, term->parent, std::string(name(list, term->code, language))});
    return named;
}

std::optional<std::string> ReferenceBook::section_of(std::string_view code) const {
    const auto term = terms_.find({"isic", std::string(code)});
    return term == terms_.end() ? std::nullopt : term->second->parent;
}

bool ReferenceBook::is_in_sector(const std::optional<std::string>& division, std::string_view sector) const {
    return division && (*division == sector || section_of(*division) == sector);
}

std::string_view ReferenceBook::name(std::string_view list, std::string_view code,
                                     std::string_view language) const {
    const auto names = names_.find({std::string(list), std::string(code)});
    if (names == names_.end()) return code;
    for (const auto each : fallback_chain(language))
        if (const auto found = names->second.find(each); found != names->second.end()) return found->second;
    return code;
}

const Country* ReferenceBook::country(std::string_view code) const {
    const auto found = std::ranges::find(data_.countries, code, &Country::code);
    return found == data_.countries.end() ? nullptr : &*found;
}

const ReferenceBook& reference() {
    static const ReferenceBook book = [] {
        auto data = read_reference(reference_files());
        if (!data) throw std::logic_error("data/reference: " + data.error().reason);
        return ReferenceBook(*std::move(data));
    }();
    return book;
}

}  // namespace konbit
