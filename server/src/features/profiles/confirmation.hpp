// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/type.hpp"
#include "features/profiles/profile.hpp"

#include <vector>

/// When which part of a profile was last said to be right, and by whom that may be said.
namespace konbit {

/// The sections in which two states of a record differ.
/// @param type  Of both records; fields that belong to no section do not count.
std::vector<ProfileSection> changed_sections(const Type& type, const void* before, const void* after);

/// Notes a change of the sections: whoever speaks for the record confirms by saving; what somebody else wrote
/// into it is unconfirmed until its people say otherwise.
void note_change(std::vector<SectionConfirmation>& confirmations, const std::vector<ProfileSection>& changed,
                 bool is_by_own_people, Date today);

/// The same for a record that was changed.
template <class Record>
void note_change(const Record& before, Record& after, bool is_by_own_people, Date today) {
    note_change(after.confirmations, changed_sections(type_of<Record>(), &before, &after), is_by_own_people,
                today);
}

/// Confirms every section of the record in which something is said.
/// @param record  Of the type; a field counts as said when it differs from that of `blank`.
void confirm_all(std::vector<SectionConfirmation>& confirmations, const Type& type, const void* record,
                 const void* blank, Date today);

/// The whole record is right, as its own people say today.
template <class Record>
void confirm_all(Record& record, Date today) {
    const Record blank;
    record.last_confirmed_on = today;
    confirm_all(record.confirmations, type_of<Record>(), &record, &blank, today);
}

}  // namespace konbit
