// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/rate_limit.hpp"

#include <string_view>

namespace konbit {

/// What may be tried only so often, beside the limit on all requests of an address (http/service.hpp). In
/// memory of one node: with several nodes somebody has that many tries at each.
class RequestLimits {
  public:
    /// A try to sign in: against guessing one account's password, and one address trying many accounts.
    /// @return ErrorCode::too_many_requests with retry_after_s.
    Result<void> admit_sign_in(std::string_view client, std::string_view folded_email) {
        KONBIT_CHECK(sign_ins_per_address_.take(client));
        return sign_ins_per_account_.take(folded_email);
    }

    /// A code typed to sign in or to prove oneself: ten in ten minutes for one account.
    Result<void> admit_one_time_code(std::string_view key) { return one_time_codes_.take(key); }
    /// A mail that somebody asks for without being signed in: three in an hour to one address, whether it has
    /// an account or not, and twenty from one address of the network.
    Result<void> admit_account_mail(std::string_view client, std::string_view folded_email) {
        KONBIT_CHECK(account_mails_per_client_.take(client));
        return account_mails_per_email_.take(folded_email);
    }

    /// A try to open a personal link: a room of sixty phones behind one address passes, a guesser does not.
    Result<void> admit_link_exchange(std::string_view client) { return links_per_address_.take(client); }

    /// A code typed from paper: the same room, and a shorter secret.
    Result<void> admit_code(std::string_view client) { return codes_per_address_.take(client); }
    /// A code that begins like one of the wave, from wherever it was typed (features/links/paper_code.hpp).
    Result<void> admit_code_of_wave(std::string_view wave) { return codes_per_wave_.take(wave); }

    /// A mailing to members, for one cluster: three in an hour.
    Result<void> admit_mailing(std::string_view cluster) { return mailings_per_cluster_.take(cluster); }

    /// A form that needs no account: a report of an error, a claim. A training room behind one address
    /// passes.
    Result<void> admit_public_form(std::string_view client) { return forms_per_address_.take(client); }

    /// An invitation to an account: sixty in an hour from one account.
    Result<void> admit_invitation(std::string_view account) { return invitations_per_account_.take(account); }

  private:
    http::RateLimiter sign_ins_per_account_{{5, std::chrono::seconds(60)}};
    http::RateLimiter sign_ins_per_address_{{30, std::chrono::seconds(60)}};
    http::RateLimiter one_time_codes_{{10, std::chrono::seconds(600)}};
    http::RateLimiter account_mails_per_email_{{3, std::chrono::seconds(3600)}};
    http::RateLimiter account_mails_per_client_{{20, std::chrono::seconds(3600)}};
    http::RateLimiter links_per_address_{{120, std::chrono::seconds(60)}};
    http::RateLimiter codes_per_address_{{60, std::chrono::seconds(60)}};
    http::RateLimiter codes_per_wave_{{600, std::chrono::seconds(3600)}};
    http::RateLimiter forms_per_address_{{20, std::chrono::seconds(3600)}};
    http::RateLimiter mailings_per_cluster_{{3, std::chrono::seconds(3600)}};
    http::RateLimiter invitations_per_account_{{60, std::chrono::seconds(3600)}};
};

}  // namespace konbit
