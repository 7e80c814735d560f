// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/desk/directory_record.hpp"
#include "features/pages/form_parts.hpp"

#include <optional>
#include <string>

namespace konbit::claims {

/// What stands in the form of a claim.
struct ClaimForm {
    std::string page;  ///< Of the record.
    std::string name;
    std::string email;
    std::optional<std::string> note;
    std::string homepage;  ///< The trap.

    static constexpr auto fields() {
        return std::tuple{
            field("page", &ClaimForm::page),
            field("name", &ClaimForm::name).defaulted(),
            field("email", &ClaimForm::email).defaulted(),
            field("note", &ClaimForm::note),
            field("homepage", &ClaimForm::homepage).defaulted(),
        };
    }
};

/// The form in which somebody asks to keep a record.
pages::Content claim_page(const pages::Words& words, const desk::DirectoryRecord& record,
                          const ClaimForm& form, const pages::FormErrors& errors);

/// "Look into your mail."
pages::Content mailed_page(const pages::Words& words, const ClaimForm& form);

/// Where the mailed link leads: a button, because following a link must change nothing.
pages::Content prove_page(const pages::Words& words, std::string_view token);
pages::Content proven_page(const pages::Words& words);
pages::Content expired_page(const pages::Words& words);

}  // namespace konbit::claims
