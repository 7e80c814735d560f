// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/rate_limit.hpp"

#include <array>
#include <chrono>
#include <string_view>

namespace konbit::limits {

/// One limit as the operator's guide tells it (docs/operators/limits.md, held against this table by a test).
struct Limit {
    std::string_view what;
    std::string_view whose;  ///< What is counted together; an address is that of http::counted_address.
    http::Rate rate;
};

using std::chrono::hours;
using std::chrono::minutes;

inline constexpr Limit sign_ins_of_account{"passwords and proofs", "account", {5, minutes(1)}};
inline constexpr Limit sign_ins_of_address{"passwords and proofs", "address", {30, minutes(1)}};
inline constexpr Limit one_time_codes{"codes of an authenticator app", "account", {10, minutes(10)}};
inline constexpr Limit mails_to_address{"mailed links and resets", "e-mail address", {3, hours(1)}};
inline constexpr Limit mails_of_address{"mailed links and resets", "address", {20, hours(1)}};
inline constexpr Limit links{"personal and mailed links opened", "address", {120, minutes(1)}};
inline constexpr Limit codes_of_address{"codes typed from paper", "address", {60, minutes(1)}};
inline constexpr Limit codes_of_wave{"codes typed from paper", "wave", {600, hours(1)}};
inline constexpr Limit forms_of_address{"claims and reports of errors", "address", {20, hours(1)}};
inline constexpr Limit forms_about_record{
    "claims and reports of errors", "organization or cluster that they are about", {30, hours(24)}};
inline constexpr Limit mailings{
    "mailings to members, messages to one expert or person", "cluster, expert or person", {3, hours(1)}};
inline constexpr Limit invitations{"invitations to an account", "account", {60, hours(1)}};

/// All of them, in the order of the guide.
inline constexpr std::array all{
    sign_ins_of_account,
    sign_ins_of_address,
    one_time_codes,
    mails_to_address,
    mails_of_address,
    links,
    codes_of_address,
    codes_of_wave,
    forms_of_address,
    forms_about_record,
    mailings,
    invitations,
};

}  // namespace konbit::limits
