// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/corrections/correction.hpp"
#include "features/pages/form_parts.hpp"

#include <string>

namespace konbit::corrections {

/// What stands in the form when it is shown.
struct ReportForm {
    std::string page;
    CorrectionPart part = CorrectionPart::other;
    std::string text;
    std::optional<std::string> email;
    std::string homepage;  ///< The trap.

    static constexpr auto fields() {
        return std::tuple{
            field("page", &ReportForm::page),
            field("part", &ReportForm::part).defaulted(),
            field("text", &ReportForm::text).defaulted(),
            field("email", &ReportForm::email),
            field("homepage", &ReportForm::homepage).defaulted(),
        };
    }
};

/// The form in which a reader says what is wrong on a page.
/// @param record_name  Of the organization or cluster of the page; empty for other pages.
pages::Content report_page(const pages::Words& words, const ReportForm& form, std::string_view record_name,
                           const pages::FormErrors& errors);

/// Thanks, and the way back.
pages::Content thanks_page(const pages::Words& words, const ReportForm& form);

}  // namespace konbit::corrections
