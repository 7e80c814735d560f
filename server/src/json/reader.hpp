// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/type.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace konbit::json {

/// How strictly a document is held against a struct.
enum class Purpose {
    create,  ///< A request: required fields must be there, unknown and read-only ones must not.
    patch,   ///< A request: as create, but nothing is required; null empties an optional.
    stored,  ///< Our own rows: unknown fields and missing ones are no error, so that a new release reads old
             ///< rows.
};

/// Deeper documents are malformed.
constexpr std::size_t deepest = 32;

/// The fields of the outermost object that a request held, by name.
struct Given {
    std::vector<std::string_view> names;
    std::vector<std::string_view> owner_only;  ///< Those among them that only the record's owner may give.

    bool has(std::string_view name) const { return std::ranges::find(names, name) != names.end(); }

    /// For rules that found that the caller does not own the record.
    /// @return ErrorCode::forbidden with one FieldError "owner_only" per such field, if there is any.
    Result<void> refuse_owner_only() const;
};

/// Reads a document into `*target`, whose fields keep their values where the document has none.
/// @return ErrorCode::malformed when the text is no JSON; ErrorCode::invalid with every broken field at once,
/// by JSON
///         pointer: "required", "unknown", "read_only", "wrong_type", "not_allowed" (no such enumerator, id
///         or language), "not_a_whole_number", "out_of_range", "not_a_date", "not_an_instant",
///         "control_character".
Result<void> read_into(std::string_view text, const Type& type, void* target, Purpose purpose,
                       Given* given = nullptr);

template <class T>
Result<T> read(std::string_view text, Purpose purpose = Purpose::create) {
    T value{};
    KONBIT_CHECK(read_into(text, type_of<T>(), &value, purpose));
    return value;
}

/// A record to be made, as a request gives it: a T, and which fields were given.
template <class T>
struct Create : T {
    Given given;
};

template <class T>
Result<Create<T>> read_create(std::string_view text) {
    Create<T> draft{};
    KONBIT_CHECK(read_into(text, type_of<T>(), static_cast<T*>(&draft), Purpose::create, &draft.given));
    return draft;
}

/// Copies the given fields from one record to another of the type.
void copy_given(const Type& type, void* to, const void* from, const Given& given);

/// A change to a record, as a request gives it.
template <class T>
struct Patch {
    T values{};  ///< Only the given fields mean anything.
    Given given;
    std::optional<std::int64_t> expected_version;  ///< From If-Match.

    /// The stored record with the given fields replaced; a nested struct or list is replaced whole.
    /// @return ErrorCode::stale when the caller saw another version than the stored one.
    Result<T> onto(const T& stored) const {
        if constexpr (requires { stored.version; }) {
            if (expected_version && *expected_version != stored.version)
                return failure(ErrorCode::stale, "version");
        }
        T wanted = stored;
        copy_given(type_of<T>(), &wanted, &values, given);
        return wanted;
    }
};

template <class T>
Result<Patch<T>> read_patch(std::string_view text) {
    Patch<T> patch{};
    KONBIT_CHECK(read_into(text, type_of<T>(), &patch.values, Purpose::patch, &patch.given));
    return patch;
}

}  // namespace konbit::json

namespace konbit {
using json::Create;
using json::Patch;
}  // namespace konbit
