// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/people/person.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::people {

/// Returns the person with texts trimmed and what is compared made from them, if every rule holds that needs
/// no database.
/// @return ErrorCode::invalid: "required" and "too_long" at /name, "not_an_email", "not_a_phone",
/// "unknown_code" at
///         /language, "required" at /consent_on once somebody was asked, "in_future" at /consent_on.
Result<Person> checked(Person person, Date today);

/// Makes sort key, folded name, folded address and telephone digits anew.
void prepare(Person& person);

/// How telephones are recognized: their last eight digits, whatever stands between and before them.
/// @return Nothing for fewer than seven digits.
std::optional<std::string> phone_digits_of(std::string_view phone);

/// Whether two entries mean one human being: the same address, the same telephone, or the same name.
/// An entry without a name, address and telephone is nobody.
bool is_same_human(const Person& a, const Person& b);

}  // namespace konbit::people
