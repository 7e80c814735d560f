// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/pages/form_parts.hpp"
#include "features/starts/start_store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace konbit::starts {

/// What stands in the form.
struct StartForm {
    std::string name;
    std::string country_code;
    std::string sector;
    std::string organization;  ///< The name of a support organization; empty: those who keep the directory.
    std::string purpose;
    std::string person_name;
    std::string email;
    std::string homepage;  ///< The trap.

    static constexpr auto fields() {
        return std::tuple{
            field("name", &StartForm::name).defaulted(),
            field("country_code", &StartForm::country_code).defaulted(),
            field("sector", &StartForm::sector).defaulted(),
            field("organization", &StartForm::organization).defaulted(),
            field("purpose", &StartForm::purpose).defaulted(),
            field("person_name", &StartForm::person_name).defaulted(),
            field("email", &StartForm::email).defaulted(),
            field("homepage", &StartForm::homepage).defaulted(),
        };
    }
};

/// The form in which somebody without an account starts a cluster: for a thumb, and without script.
pages::Content start_page(const pages::Words& words, const StartForm& form,
                          const std::vector<Supporter>& supporters, const pages::FormErrors& errors);

/// "Look into your mail": the same words whether or not the address has an account.
pages::Content mailed_page(const pages::Words& words, const StartForm& form);

/// Where the mailed link leads: a button, because following a link must change nothing.
pages::Content prove_page(const pages::Words& words, std::string_view token);
/// For somebody who has a password: the cluster waits behind the sign-in.
pages::Content started_page(const pages::Words& words, const ClusterId& cluster);
pages::Content expired_page(const pages::Words& words);

}  // namespace konbit::starts
