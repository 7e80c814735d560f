// SPDX-License-Identifier: Apache-2.0
#include "features/imports/cell_words.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace konbit::imports {

namespace {

using enum OrganizationKind;

constexpr auto kinds = std::to_array<std::pair<std::string_view, OrganizationKind>>({
    {"company", firm},
    {"business", firm},
    {"enterprise", firm},
    {"empresa", firm},
    {"entreprise", firm},
    {"societe", firm},
    {"sociedad", firm},
    {"co operative", cooperative},
    {"coop", cooperative},
    {"co op", cooperative},
    {"cooperativa", cooperative},
    {"support organization", bso},
    {"support organisation", bso},
    {"business support organization", bso},
    {"business support organisation", bso},
    {"organizacion de apoyo", bso},
    {"organisme d appui", bso},
    {"organisme de soutien", bso},
    {"oae", bso},
    {"asociacion", association},
    {"gremio", association},
    {"chamber", association},
    {"camara", association},
    {"chambre", association},
    {"university", academia},
    {"college", academia},
    {"universidad", academia},
    {"universite", academia},
    {"academic", academia},
    {"academica", academia},
    {"universitaire", academia},
    {"research institute", research},
    {"investigacion", research},
    {"recherche", research},
    {"public", public_body},
    {"government", public_body},
    {"ministry", public_body},
    {"public body", public_body},
    {"organismo publico", public_body},
    {"gobierno", public_body},
    {"organisme public", public_body},
    {"gouvernement", public_body},
    {"publico", public_body},
    {"bank", finance},
    {"credit union", finance},
    {"banco", finance},
    {"finanzas", finance},
    {"banque", finance},
    {"cooperativa de ahorro y credito", finance},
    {"financial institution", finance},
    {"ngo", non_profit},
    {"non profit", non_profit},
    {"nonprofit", non_profit},
    {"ong", non_profit},
    {"sin fines de lucro", non_profit},
    {"but non lucratif", non_profit},
    {"otro", other},
    {"otra", other},
    {"autre", other},
});

constexpr auto sizes = std::to_array<std::pair<std::string_view, SizeBand>>({
    {"microempresa", SizeBand::micro},
    {"microentreprise", SizeBand::micro},
    {"pequena", SizeBand::small},
    {"petite", SizeBand::small},
    {"mediana", SizeBand::medium},
    {"moyenne", SizeBand::medium},
    {"grande", SizeBand::large},
    {"big", SizeBand::large},
});

constexpr auto truths = std::to_array<std::pair<std::string_view, bool>>({
    {"yes", true},
    {"y", true},
    {"true", true},
    {"1", true},
    {"x", true},
    {"si", true},
    {"s", true},
    {"oui", true},
    {"o", true},
    {"vrai", true},
    {"no", false},
    {"n", false},
    {"false", false},
    {"0", false},
    {"non", false},
    {"faux", false},
});

constexpr auto languages = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"en", "en"},          {"es", "es"},          {"fr", "fr"},
    {"nl", "nl"},          {"ht", "ht"},          {"pap", "pap"},
    {"english", "en"},     {"ingles", "en"},      {"anglais", "en"},
    {"spanish", "es"},     {"espanol", "es"},     {"espagnol", "es"},
    {"french", "fr"},      {"frances", "fr"},     {"francais", "fr"},
    {"dutch", "nl"},       {"neerlandes", "nl"},  {"holandes", "nl"},
    {"neerlandais", "nl"}, {"nederlands", "nl"},  {"haitian creole", "ht"},
    {"creole", "ht"},      {"kreyol", "ht"},      {"criollo", "ht"},
    {"papiamento", "pap"}, {"papiamentu", "pap"},
});

/// Looks a folded text up in a table of pairs.
template <class Table>
auto found_in(const Table& table, std::string_view text) {
    using Value = typename Table::value_type::second_type;
    const std::string folded = text::fold(text);
    const auto found = std::ranges::find(table, std::string_view(folded), &Table::value_type::first);
    return found == table.end() ? std::optional<Value>() : std::optional<Value>(found->second);
}

/// The enumerator whose own name, its underscores read as blanks, is the text.
template <class E>
std::optional<E> spelled(std::string_view text) {
    std::string folded = text::fold(text);
    std::ranges::replace(folded, ' ', '_');
    return from_name<E>(folded);
}

std::optional<int> number_of(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

SizeBand band_of(int persons) {
    if (persons < 10) return SizeBand::micro;
    if (persons < 50) return SizeBand::small;
    return persons < 250 ? SizeBand::medium : SizeBand::large;
}

bool is_part_of_number(char c) {
    return (c >= '0' && c <= '9') || std::string_view("+-().,/ ").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<OrganizationKind> kind_of(std::string_view text) {
    if (const auto kind = spelled<OrganizationKind>(text)) return kind;
    return found_in(kinds, text);
}

std::optional<SizeBand> size_of(std::string_view text) {
    const std::string trimmed = text::trim(text);
    if (const auto persons = number_of(trimmed); persons && *persons >= 0) return band_of(*persons);
    if (const auto band = spelled<SizeBand>(trimmed)) return band;
    return found_in(sizes, trimmed);
}

std::optional<bool> truth_of(std::string_view text) { return found_in(truths, text); }

std::optional<std::string> language_of(std::string_view text) {
    const auto code = found_in(languages, text);
    return code ? std::optional(std::string(*code)) : std::nullopt;
}

bool is_formula(std::string_view cell) {
    if (cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos)
        return false;
    const bool is_number = cell.front() == '+' || cell.front() == '-';
    return !(is_number && std::ranges::all_of(cell, is_part_of_number));
}

}  // namespace konbit::imports
