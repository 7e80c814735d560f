// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/letters/letter.hpp"

namespace konbit {

/// Returns the letter with its texts trimmed and its due day set if it satisfies every rule that needs no
/// database: a mail has the address of an office, anything else says who was reached and how, on a day that
/// has come.
/// @return ErrorCode::invalid with /address, /note or /written_on.
Result<Letter> checked(Letter letter, Date today);

/// The language for mail to a country: the first of its languages that the texts have.
std::string language_of_country(std::string_view country_code);

}  // namespace konbit
