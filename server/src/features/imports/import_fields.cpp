// SPDX-License-Identifier: Apache-2.0
#include "features/imports/import_fields.hpp"

#include "core/scalar.hpp"
#include "core/text.hpp"
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
constexpr ImportField founded_year_field{"founded_year", "founded_year", false, cells::year,
                                         "not_a_whole_number"};
constexpr ImportField size_field{"size", "size_band", false, cells::size_band};

constexpr ImportField description(std::string_view name, std::string_view language) {
    return {name, "description", false, cells::as_written, "not_understood", language};
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
    description("description_en", "en"),
    description("description_es", "es"),
    description("description_fr", "fr"),
    description("description_nl", "nl"),
    description("description_ht", "ht"),
    description("description_pap", "pap"),
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
    // A list without the column leaves the value as it is; only optional ones can be emptied.
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
