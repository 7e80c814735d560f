// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/limit_table.hpp"
#include "http/address.hpp"

#include <string_view>

namespace konbit {

/// What may be tried only so often, beside the limits on all requests (http/gate.hpp). In memory of one node:
/// with several nodes somebody has that many tries at each.
class RequestLimits {
  public:
    /// A try to sign in: against guessing one account's password, and one address trying many accounts.
    /// @return ErrorCode::too_many_requests with retry_after_s.
    Result<void> admit_sign_in(std::string_view client, std::string_view folded_email) {
        KONBIT_CHECK(sign_ins_per_address_.take(http::counted_address(client)));
        return sign_ins_per_account_.take(folded_email);
    }

    /// A code typed to sign in or to prove oneself: ten in ten minutes for one account.
    Result<void> admit_one_time_code(std::string_view key) { return one_time_codes_.take(key); }
    /// A mail that somebody asks for without being signed in: three in an hour to one address, whether it has
    /// an account or not, and twenty from one address of the network.
    Result<void> admit_account_mail(std::string_view client, std::string_view folded_email) {
        KONBIT_CHECK(account_mails_per_client_.take(http::counted_address(client)));
        return account_mails_per_email_.take(folded_email);
    }

    /// A try to open a personal link: a room of sixty phones behind one address passes, a guesser does not.
    Result<void> admit_link_exchange(std::string_view client) {
        return links_per_address_.take(http::counted_address(client));
    }

    /// A code typed from paper: the same room, and a shorter secret.
    Result<void> admit_code(std::string_view client) {
        return codes_per_address_.take(http::counted_address(client));
    }
    /// A code that begins like one of the wave, from wherever it was typed (features/links/paper_code.hpp).
    Result<void> admit_code_of_wave(std::string_view wave) { return codes_per_wave_.take(wave); }

    /// A mailing to members, for one cluster: three in an hour.
    Result<void> admit_mailing(std::string_view cluster) { return mailings_per_cluster_.take(cluster); }

    /// A form that needs no account: a report of an error, a claim. A training room behind one address
    /// passes.
    Result<void> admit_public_form(std::string_view client) {
        return forms_per_address_.take(http::counted_address(client));
    }
    /// The same form once it is known whom it is about: many addresses do not flood one organization.
    Result<void> admit_form_about(std::string_view page) { return forms_per_record_.take(page); }

    /// An invitation to an account: sixty in an hour from one account.
    Result<void> admit_invitation(std::string_view account) { return invitations_per_account_.take(account); }

  private:
    http::RateLimiter sign_ins_per_account_{limits::sign_ins_of_account.rate};
    http::RateLimiter sign_ins_per_address_{limits::sign_ins_of_address.rate};
    http::RateLimiter one_time_codes_{limits::one_time_codes.rate};
    http::RateLimiter account_mails_per_email_{limits::mails_to_address.rate};
    http::RateLimiter account_mails_per_client_{limits::mails_of_address.rate};
    http::RateLimiter links_per_address_{limits::links.rate};
    http::RateLimiter codes_per_address_{limits::codes_of_address.rate};
    http::RateLimiter codes_per_wave_{limits::codes_of_wave.rate};
    http::RateLimiter forms_per_address_{limits::forms_of_address.rate};
    http::RateLimiter forms_per_record_{limits::forms_about_record.rate};
    http::RateLimiter mailings_per_cluster_{limits::mailings.rate};
    http::RateLimiter invitations_per_account_{limits::invitations.rate};
};

}  // namespace konbit
