// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/imports/import_row.hpp"
#include "features/people/erased_contacts.hpp"
#include "features/permission/capabilities.hpp"

#include <optional>
#include <vector>

namespace konbit::imports {

/// On whose behalf a table is checked and written: an editor of the directory, or the facilitator of a
/// cluster.
struct Importer {
    std::optional<DirectoryEditor> editor;   ///< Of an import of organizations.
    std::optional<Facilitator> facilitator;  ///< Of a roster.

    const Viewer& viewer() const { return editor ? editor->viewer() : facilitator->viewer(); }
};

/// Decides anew what importing each row would do, from its cells, the corrections and the choices made; fills
/// `import.counts`. Nothing is written.
///
/// A row means the record that it names by id or resembles with certainty; what it resembles less is left to
/// `on_possible`. A row that repeats an earlier one is left out. Whatever a person chose for the row counts
/// most. A contact who was erased on request is left out of its row, unless the row asks it again.
///
/// @complexity O(n log n) for n rows and organizations together.
void check(App& app, const Importer& by, Import& import, std::vector<ImportRow>& rows);

/// The contact that a row of a roster understands.
people::Contact contact_of(const ImportRow& row);

/// The Gregorian year of today.
int year_of(const App& app);

/// Adds up what the rows would do, or, when `import` is over, did.
ImportCounts counts_of(const std::vector<ImportRow>& rows);

}  // namespace konbit::imports
