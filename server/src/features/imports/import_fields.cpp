// SPDX-License-Identifier: Apache-2.0
#include "features/imports/import_fields.hpp"

#include "core/scalar.hpp"
#include "core/text.hpp"
#include "features/imports/cell_lists.hpp"
#include "features/imports/cell_values.hpp"
#include "features/imports/header_words.hpp"

#include <algorithm>
#include <array>

namespace konbit::imports {

namespace {

constexpr bool of_member = true;

constexpr ImportField id_field{"id", "id", false, cells::id, "not_an_id"};
constexpr ImportField name_field{"name", "name", false, cells::as_written};
constexpr ImportField kind_field{"kind", "kind", false, cells::kind};
constexpr ImportField country_field{"country", "country_code", false, cells::country, "unknown_country"};
constexpr ImportField locality_field{"locality", "locality", false, cells::as_written};
constexpr ImportField website_field{"website", "website", false, cells::website};
constexpr ImportField founded_year_field{"founded_year", "founded_year", false, cells::whole_number,
                                         "not_a_whole_number"};
constexpr ImportField size_field{"size", "size_band", false, cells::size_band};

/// One language of a text by language.
constexpr ImportField worded(std::string_view name, std::string_view member, std::string_view language) {
    return {name, member, false, cells::as_written, "not_understood", language};
}

/// Several values in one cell.
constexpr ImportField several(std::string_view name, Understand understand) {
    return {name, name, false, understand, "list_not_understood"};
}

constexpr ImportField day(std::string_view name, bool is_of_membership) {
    return {name, name, is_of_membership, cells::date, "not_a_date", {}, true};
}

constexpr auto of_organizations = std::to_array<ImportField>({
    id_field,
    name_field,
    {"acronym", "acronym", false, cells::as_written},
    kind_field,
    country_field,
    locality_field,
    {"latitude", "latitude", false, cells::degrees, "not_a_number"},
    {"longitude", "longitude", false, cells::degrees, "not_a_number"},
    website_field,
    founded_year_field,
    size_field,
    {"sector", "sector", false, cells::sector, "unknown_code"},
    worded("description_en", "description", "en"),
    worded("description_es", "description", "es"),
    worded("description_fr", "description", "fr"),
    worded("description_nl", "description", "nl"),
    worded("description_ht", "description", "ht"),
    worded("description_pap", "description", "pap"),
    worded("name_en", "names", "en"),
    worded("name_es", "names", "es"),
    worded("name_fr", "names", "fr"),
    worded("name_nl", "names", "nl"),
    worded("name_ht", "names", "ht"),
    worded("name_pap", "names", "pap"),
    worded("acronym_en", "acronyms", "en"),
    worded("acronym_es", "acronyms", "es"),
    worded("acronym_fr", "acronyms", "fr"),
    worded("acronym_nl", "acronyms", "nl"),
    worded("acronym_ht", "acronyms", "ht"),
    worded("acronym_pap", "acronyms", "pap"),
    {"legal_form", "legal_form", false, cells::as_written},
    several("further_sectors", cells::list_of<std::string, cells::sector>),
    several("value_chain_stages", cells::list_of<ValueChainStage>),
    several("services", cells::list_of<OfferedService>),
    several("offers", cells::list_of<Offer>),
    several("needs", cells::list_of<Offer>),
    several("machines", cells::list_of<Machine>),
    several("certificates", cells::list_of<Certificate>),
    several("capacities", cells::list_of<Capacity>),
    {"spare_days_per_month", "spare_days_per_month", false, cells::whole_number, "not_a_whole_number"},
    several("markets", cells::list_of<std::string, cells::market>),
    several("languages", cells::list_of<std::string, cells::spoken>),
    several("social_links", cells::list_of<SocialLink>),
    several("affiliations", cells::list_of<Affiliation>),
    several("evidence", cells::list_of<SectionEvidence>),
    {"source", "source", false, cells::as_written},
    {"source_url", "source_url", false, cells::website},
    day("as_of", false),
    {"publication", "publication", false, cells::publication},
});

constexpr auto of_rosters = std::to_array<ImportField>({
    id_field,
    name_field,
    {"label", "label", of_member, cells::as_written},
    kind_field,
    country_field,
    locality_field,
    {"subsector", "subsector", of_member, cells::as_written},
    size_field,
    founded_year_field,
    website_field,
    {"contact_name", "contact_name", of_member, cells::as_written},
    {"email", "contact_email", of_member, cells::email, "not_an_email"},
    {"phone", "contact_phone", of_member, cells::phone, "not_a_phone"},
    {"language", "language", of_member, cells::language},
    {"subgroup", "subgroup", of_member, cells::as_written},
    {"participates_in_programme", "participates_in_programme", of_member, cells::truth},
    day("joined_on", of_member),
    day("left_on", of_member),
    {"is_facilitator", "is_facilitator", of_member, cells::truth},
});

/// The member of a record that a field is about.
template <class T>
const FieldInfo& member_of(const ImportField& field) {
    return *type_of<T>().find(field.member);
}

const Type& inner(const Type& type) { return type.kind == Kind::optional ? type.element() : type; }

template <class T>
std::string text_in(const T& record, const ImportField& field) {
    const FieldInfo& member = member_of<T>(field);
    if (member.type().kind == Kind::list) return list_text(member.type(), member.in(&record));
    if (field.language.empty()) return to_text(member.type(), member.in(&record));
    const auto& texts = static_cast<const Localized*>(member.in(&record))->texts;
    const auto found = texts.find(std::string(field.language));
    return found == texts.end() ? "" : found->second;
}

template <class T>
bool set_in(T& record, const ImportField& field, std::string_view text) {
    const FieldInfo& member = member_of<T>(field);
    if (!field.language.empty()) {
        auto& texts = static_cast<Localized*>(member.in(&record))->texts;
        texts[std::string(field.language)] = text;
        return true;
    }
    if (member.type().kind == Kind::list) {
        member.type().container.clear(member.in(&record));
        return read_list(member.type(), member.in(&record), text);
    }
    // A table without the column leaves the value as it is; only optional ones can be emptied.
    if (text.empty() && member.type().kind != Kind::optional && inner(member.type()).kind != Kind::text)
        return false;
    return from_text(member.type(), member.in(&record), text).empty();
}

}  // namespace

std::span<const ImportField> fields_of(ImportKind kind) {
    if (kind == ImportKind::roster) return of_rosters;
    return of_organizations;
}

const ImportField* find_field(ImportKind kind, std::string_view name) {
    const auto fields = fields_of(kind);
    const auto found = std::ranges::find(fields, name, &ImportField::name);
    return found == fields.end() ? nullptr : &*found;
}

const ImportField* field_of_header(ImportKind kind, std::string_view header) {
    const std::string folded = text::fold(header);
    for (const auto& field : fields_of(kind))
        if (text::fold(field.name) == folded) return &field;
    return find_field(kind, field_name_of_header(folded));
}

std::string text_of(const RowRecords& records, const ImportField& field) {
    return field.is_of_membership ? text_in(records.membership, field) : text_in(records.organization, field);
}

bool set(RowRecords& records, const ImportField& field, std::string_view text) {
    return field.is_of_membership ? set_in(records.membership, field, text)
                                  : set_in(records.organization, field, text);
}

}  // namespace konbit::imports
