// SPDX-License-Identifier: Apache-2.0
#include "features/history/reverting.hpp"

#include "core/scalar.hpp"
#include "json/reader.hpp"

namespace konbit::history {

namespace {

using json::Given;
using json::Purpose;

std::unexpected<Error> cannot_be_undone() { return failure(ErrorCode::conflict, "cannot_be_undone"); }

/// The fields of the change that people may give.
Given writable(const Type& type, const Given& changed) {
    Given kept;
    for (const FieldInfo& field : type.fields) {
        const bool is_writable = field.access == Access::read_write || field.access == Access::owner_only;
        if (is_writable && changed.has(field.name)) kept.names.push_back(field.name);
    }
    return kept;
}

std::vector<FieldError> changed_again(const Type& type, const Given& fields, const RevertedCopies& copies) {
    std::vector<FieldError> errors;
    for (const FieldInfo& field : type.fields)
        if (fields.has(field.name) && !equal(field.type(), field.in(copies.stored), field.in(copies.after)))
            errors.push_back({"/" + std::string(field.name), "changed_since"});
    return errors;
}

void put_text(const Type& type, void* record, std::string_view name, const std::string& text) {
    if (const FieldInfo* const field = type.find(name)) from_text(field->type(), field->in(record), text);
}

}  // namespace

Result<void> revert(const Change& change, const Type& type, const RevertedCopies& copies) {
    if (!change.before || !change.after) return cannot_be_undone();
    Given changed;
    KONBIT_CHECK(json::read_into(*change.after, type, copies.after, Purpose::stored));
    KONBIT_CHECK(json::read_into(*change.before, type, copies.before, Purpose::stored, &changed));
    const Given fields = writable(type, changed);
    if (fields.names.empty()) return cannot_be_undone();
    if (auto errors = changed_again(type, fields, copies); !errors.empty())
        return failure(ErrorCode::conflict, "changed_since", std::move(errors));
    json::copy_given(type, copies.wanted, copies.before, fields);
    return {};
}

Result<void> revive(const Change& change, const Type& type, void* record) {
    if (!change.before || change.after) return cannot_be_undone();
    KONBIT_CHECK(json::read_into(*change.before, type, record, Purpose::stored));
    put_text(type, record, "id", change.record_id.str());
    put_text(type, record, "version", std::to_string(change.version));
    return {};
}

}  // namespace konbit::history
