// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/imports/import.hpp"
#include "features/memberships/membership.hpp"
#include "features/organizations/organization.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace konbit::imports {

/// What understanding a cell may depend on beside its text.
struct Customs {
    std::string country_code;  ///< Of the row: a phone without country code is one of that country.
    DateOrder date_order = DateOrder::day_first;
    int current_year = 9999;
};

/// The one form in which a text is stored, or nothing when it means nothing.
using Understand = std::optional<std::string> (*)(std::string_view text, const Customs& customs);

/// A column that an import takes over and an export writes: the one place from which header recognition,
/// reading, comparing, undoing and writing of it come.
struct ImportField {
    std::string_view name;    ///< Header of an export: "email".
    std::string_view member;  ///< Of the record: "contact_email".
    bool is_of_membership = false;
    Understand understand = nullptr;
    std::string_view problem = "not_understood";
    std::string_view language{};  ///< Of a text by language: "fr" of `description_fr`.
    bool is_date = false;
};

/// The columns of a kind of import, in the order of an export.
std::span<const ImportField> fields_of(ImportKind kind);

/// @return Null for a name that is none of the kind's.
const ImportField* find_field(ImportKind kind, std::string_view name);

/// The field that a header means, in English, Spanish or French, whatever its case, accents and punctuation.
const ImportField* field_of_header(ImportKind kind, std::string_view header);

/// The two records that a row is about.
struct RowRecords {
    OrganizationDetails organization;
    Membership membership;
};

/// What the record says in the field, in the form that `understand` gives and leaves as it is.
std::string text_of(const RowRecords& records, const ImportField& field);

/// Sets the field from such a text; an empty one empties it where that is possible.
/// @return Whether the field can hold it.
bool set(RowRecords& records, const ImportField& field, std::string_view text);

}  // namespace konbit::imports
