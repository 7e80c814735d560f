// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <string>

namespace konbit {

/// An error as a line for the operator, in English: what is wrong, and with which words of the command. What
/// no text of locales/ words stays as it is: reasons of commands are sentences already.
std::string complaint_of(const Error& error);

}  // namespace konbit
