// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/name_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace konbit::duplicates {

namespace {

// Every table is sorted: words are looked up by halves, millions of times in a large import.
using Spelling = std::pair<std::string_view, std::string_view>;

constexpr auto legal_forms = std::to_array<std::string_view>({
    "bv",   "bvba",         "ca",  "co",       "company", "corp",    "corporation", "cv",  "eirl", "gmbh",
    "inc",  "incorporated", "lda", "limitada", "limited", "limitee", "llc",         "llp", "lp",   "ltd",
    "ltda", "ltee",         "nv",  "pa",       "plc",     "pte",     "pty",         "sa",  "sarl", "sas",
    "sca",  "sencrl",       "sl",  "sociedad", "societe", "sprl",    "srl",         "vof",
});

constexpr auto small_words = std::to_array<std::string_view>({
    "a",   "and", "at", "au",   "aux",  "d",   "da", "de",  "del",  "der", "des", "do",
    "du",  "e",   "el", "en",   "et",   "for", "in", "l",   "la",   "las", "le",  "les",
    "los", "of",  "on", "para", "pour", "the", "to", "van", "voor", "y",
});

constexpr auto spellings = std::to_array<Spelling>({
    {"agr", "agricultural"},
    {"agric", "agricultural"},
    {"agricola", "agricultural"},
    {"agricole", "agricultural"},
    {"agriculture", "agricultural"},
    {"artisans", "artisan"},
    {"asn", "association"},
    {"asoc", "association"},
    {"asociacion", "association"},
    {"assn", "association"},
    {"assoc", "association"},
    {"bros", "brothers"},
    {"camara", "chamber"},
    {"centre", "center"},
    {"centro", "center"},
    {"chambre", "chamber"},
    {"comercio", "commerce"},
    {"coop", "cooperative"},
    {"cooperativa", "cooperative"},
    {"cooperatives", "cooperative"},
    {"coopertive", "cooperative"},
    {"dept", "department"},
    {"desarrollo", "development"},
    {"dev", "development"},
    {"developpement", "development"},
    {"enterprise", "enterprises"},
    {"entreprises", "enterprises"},
    {"exporters", "export"},
    {"exports", "export"},
    {"farmer", "farmers"},
    {"federacion", "federation"},
    {"fisherfolk", "fishers"},
    {"fisheries", "fishery"},
    {"fishermen", "fishers"},
    {"fondation", "foundation"},
    {"fundacion", "foundation"},
    {"govt", "government"},
    {"groupe", "group"},
    {"grupo", "group"},
    {"ind", "industries"},
    {"industria", "industries"},
    {"industrie", "industries"},
    {"industry", "industries"},
    {"inst", "institute"},
    {"institut", "institute"},
    {"instituto", "institute"},
    {"int", "international"},
    {"internacional", "international"},
    {"intl", "international"},
    {"manufacturer", "manufacturers"},
    {"manufacturing", "manufacturers"},
    {"mfg", "manufacturers"},
    {"mfrs", "manufacturers"},
    {"min", "ministry"},
    {"ministere", "ministry"},
    {"ministerio", "ministry"},
    {"mount", "mt"},
    {"mountain", "mt"},
    {"nacional", "national"},
    {"nationale", "national"},
    {"natl", "national"},
    {"org", "organization"},
    {"organisation", "organization"},
    {"organizacion", "organization"},
    {"prod", "products"},
    {"produce", "products"},
    {"producer", "producers"},
    {"product", "products"},
    {"productores", "producers"},
    {"productos", "products"},
    {"produits", "products"},
    {"saint", "st"},
    {"sainte", "st"},
    {"san", "st"},
    {"santa", "st"},
    {"santo", "st"},
    {"service", "services"},
    {"servicios", "services"},
    {"soc", "society"},
    {"ste", "st"},
    {"svc", "services"},
    {"svcs", "services"},
    {"trinidadian", "trinidad"},
    {"univ", "university"},
    {"universidad", "university"},
    {"universite", "university"},
});

constexpr auto common_words = std::to_array<std::string_view>({
    "agency",        "agricultural", "agro",        "artisan",   "association", "authority",
    "bank",          "board",        "brothers",    "business",  "caribbean",   "center",
    "chamber",       "club",         "coalition",   "college",   "commerce",    "commission",
    "community",     "consulting",   "cooperative", "council",   "credit",      "department",
    "development",   "enterprises",  "export",      "farm",      "farmers",     "farms",
    "federation",    "fishers",      "food",        "foods",     "foundation",  "fund",
    "government",    "group",        "growers",     "holdings",  "industries",  "institute",
    "international", "investment",   "investments", "island",    "islands",     "manufacturers",
    "marketing",     "ministry",     "national",    "network",   "office",      "organization",
    "partners",      "producers",    "products",    "programme", "project",     "promotion",
    "regional",      "research",     "retail",      "school",    "services",    "society",
    "solutions",     "supplies",     "tourism",     "trade",     "traders",     "trading",
    "trust",         "union",        "university",  "west",      "women",
});

constexpr auto places = std::to_array<std::string_view>({
    "anguilla",   "antigua",  "aruba",      "bahamas",    "barbados",  "barbuda",    "barthelemy", "belize",
    "bequia",     "bermuda",  "bonaire",    "caicos",     "carriacou", "cayman",     "central",    "croix",
    "cuba",       "curacao",  "domingo",    "dominica",   "dominican", "dominicana", "east",       "eastern",
    "eustatius",  "grenada",  "grenadines", "guadeloupe", "guyana",    "guyane",     "haiti",      "jamaica",
    "kitts",      "leeward",  "lower",      "lucia",      "maarten",   "martin",     "martinique", "men",
    "montserrat", "nevis",    "north",      "northern",   "petite",    "puerto",     "rico",       "saba",
    "south",      "southern", "suriname",   "tobago",     "tortola",   "trinidad",   "upper",      "vincent",
    "virgin",     "west",     "western",    "windward",   "women",
});

static_assert(std::ranges::is_sorted(legal_forms) && std::ranges::is_sorted(small_words) &&
              std::ranges::is_sorted(common_words) && std::ranges::is_sorted(places) &&
              std::ranges::is_sorted(spellings));

template <class Words>
bool contains(const Words& words, std::string_view word) {
    return std::ranges::binary_search(words, word);
}

}  // namespace

bool is_legal_form(std::string_view word) { return contains(legal_forms, word); }

bool is_small_word(std::string_view word) { return contains(small_words, word); }

std::string_view one_spelling(std::string_view word) {
    const auto found = std::ranges::lower_bound(spellings, word, {}, &Spelling::first);
    return found == spellings.end() || found->first != word ? word : found->second;
}

bool is_common(std::string_view word) { return contains(common_words, word); }

bool is_place(std::string_view word) { return contains(places, word); }

}  // namespace konbit::duplicates
