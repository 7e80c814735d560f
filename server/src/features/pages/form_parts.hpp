// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/words.hpp"
#include "http/html.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The parts of a form that works without script (docs/developers/pages.md, "Forms").
namespace konbit::pages {

/// A control with its label, and below it what is wrong.
struct Control {
    std::string_view name;
    std::string label;
    std::string value{};
    std::string hint{};
    bool is_required = false;
    std::string_view list{};  ///< Id of a <datalist> with what may be meant.
};

/// What was wrong with a form that was sent; empty at first.
using FormErrors = std::vector<FieldError>;

html::Html text_field(const Words& words, const Control& control, const FormErrors& errors,
                      std::string_view type = "text");
html::Html text_area(const Words& words, const Control& control, const FormErrors& errors);
html::Html select_field(const Words& words, const Control& control, const FormErrors& errors,
                        const std::vector<std::pair<std::string, std::string>>& options);

/// A field that people do not see and machines fill in. A form in which it is filled is thanked for and
/// dropped.
inline constexpr std::string_view trap_name = "homepage";
html::Html trap(const Words& words);

/// A page of one column that search engines keep away from.
/// @param description  What it is for, where its link is shared.
Content form_page(std::string path, std::string title, const html::Html& content,
                  std::string description = {});

}  // namespace konbit::pages
