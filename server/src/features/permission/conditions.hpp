// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// The pieces from which the conditions of visible_to() are made. Only ids and codes that look like ones
/// become literals, so that a condition can stand in any statement.
namespace konbit::conditions {

/// "column IN ('a', 'b')", or FALSE for an empty list.
std::string is_among(std::string_view column, const std::vector<std::string>& values);

/// A column that holds a JSON list of codes names one of these, or FALSE for an empty list.
std::string lists_one_of(std::string_view column, const std::vector<std::string>& codes);

/// One of the conditions holds; those that are FALSE are left out.
std::string either(std::initializer_list<std::string> conditions);

/// All of them hold; FALSE when one of them is.
std::string both(const std::string& one, const std::string& other);

/// The row is for everybody.
std::string is_public(std::string_view alias);

}  // namespace konbit::conditions
