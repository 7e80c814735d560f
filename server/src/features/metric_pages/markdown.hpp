// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/html.hpp"

#include <functional>
#include <string>
#include <string_view>

/// The part of Markdown in which our own pages of documentation are written.
namespace konbit::metric_pages {

/// Where a link of the text leads; empty: nowhere, and its words stand alone.
using LinkTarget = std::function<std::string(std::string_view link)>;

/// Headings, paragraphs, lists, tables and blocks of code; inside them code, strong and emphasized words,
/// links and DOIs. Whatever else stands there is text, and everything is escaped.
///
/// @param text    With "\n" ends of lines.
/// @complexity O(length).
html::Html rendered(std::string_view text, const LinkTarget& target);

/// The words of the first heading, without marks; empty when there is none.
std::string title_of(std::string_view text);

}  // namespace konbit::metric_pages
