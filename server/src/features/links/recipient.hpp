// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// Who gets the link of a respondent `r` of the member `w`, as pieces of SQL: the person `p` who answers,
/// else the contact of the membership `m`. Whoever withdrew consent is not written to.
namespace konbit::links {

inline constexpr std::string_view recipient_joins =
    " LEFT JOIN memberships m ON m.id = w.membership_id LEFT JOIN people p ON p.id = r.person_id ";
inline constexpr std::string_view recipient_name =
    "CASE WHEN p.id IS NULL THEN m.contact_name ELSE p.name END";
inline constexpr std::string_view recipient_email =
    "CASE WHEN p.id IS NULL THEN m.contact_email WHEN p.consent <> 'withdrawn' THEN p.email END";
inline constexpr std::string_view recipient_phone =
    "CASE WHEN p.id IS NULL THEN m.contact_phone WHEN p.consent <> 'withdrawn' THEN p.phone END";
inline constexpr std::string_view recipient_language = "COALESCE(r.language, p.language, m.language, 'en')";

/// Of several people who answer for one member none sees what another said: what somebody said who was erased
/// since has no recipient. A member that lost its name has none either.
inline constexpr std::string_view has_recipient =
    "w.listing = 'named' AND (r.person_id IS NOT NULL OR (SELECT count(*) FROM respondents o"
    " WHERE o.wave_member_id = w.id) = 1)";

}  // namespace konbit::links
