// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/links/answer_cookie.hpp"
#include "features/links/invitation.hpp"
#include "features/links/link_token.hpp"

namespace konbit::links {

/// A line of the facilitator's list of links.
struct LinkRow {
    RespondentId respondent_id{};
    WaveMemberId wave_member_id{};
    std::string label;
    std::optional<std::string> contact_name;
    std::optional<std::string> contact_email;
    std::optional<std::string> contact_phone;
    std::int64_t informants = 1;  ///< How many people are asked for this member.
    std::string language;         ///< Chosen by the respondent, else of the person or the membership.
    std::string reference;
    std::int64_t link_version = 1;
    RespondentState state = RespondentState::invited;
    std::optional<Instant>
        last_change_at;  ///< Of consent, open answers or finishing; sealed answers leave no time.
    std::optional<Instant> mailed_at;  ///< When this link was last mailed; empty for a new one.
    std::optional<Instant> handed_at;  ///< When it was given by message, on a card or in person.
    std::string url;                   ///< Made anew each time; never stored.
    std::string code;  ///< Its short form, to be typed from paper (paper_code.hpp); never stored.
    std::optional<Instant>
        mail_refused_at;  ///< When the mail server last said that there is nobody at the address.
    std::string message;  ///< What to send with it, in the member's language; holds the link, never stored.

    static constexpr auto fields() {
        return std::tuple{
            field("respondent_id", &LinkRow::respondent_id, Access::read_only),
            field("wave_member_id", &LinkRow::wave_member_id, Access::read_only),
            field("label", &LinkRow::label, Access::read_only),
            field("contact_name", &LinkRow::contact_name, Access::read_only),
            field("contact_email", &LinkRow::contact_email, Access::read_only),
            field("contact_phone", &LinkRow::contact_phone, Access::read_only),
            field("informants", &LinkRow::informants, Access::read_only),
            field("language", &LinkRow::language, Access::read_only),
            field("reference", &LinkRow::reference, Access::never_sent),
            field("link_version", &LinkRow::link_version, Access::never_sent),
            field("state", &LinkRow::state, Access::read_only),
            field("last_change_at", &LinkRow::last_change_at, Access::read_only),
            field("mailed_at", &LinkRow::mailed_at, Access::read_only),
            field("handed_at", &LinkRow::handed_at, Access::read_only),
            field("url", &LinkRow::url, Access::read_only),
            field("code", &LinkRow::code, Access::read_only),
            field("mail_refused_at", &LinkRow::mail_refused_at, Access::read_only),
            field("message", &LinkRow::message, Access::read_only),
        };
    }
};

/// The links of a wave, in the order of its roster; an imported one has none.
std::vector<LinkRow> list_links(db::Session& db, const WaveFacilitator& by);

/// Notes that the present link of a respondent was mailed.
void note_mailed(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent, Instant now);

/// Notes that the present link was given by hand, or takes the note back.
/// @return ErrorCode::not_found when the respondent is not of this wave.
Result<void> note_handed(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent,
                         std::optional<Instant> when);

/// Fills in the addresses and their short codes.
void add_urls(std::vector<LinkRow>& rows, const crypto::Key& key, std::string_view base_url);

/// Raises the link's version: the former address and every cookie made from it end at once.
/// @return ErrorCode::not_found when the respondent is not of this wave.
Result<void> replace_link(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent);

/// The row that a reference finds, with its wave; the token is still to be judged.
struct Invited {
    Invitation invitation{};
    Wave wave{};
};
std::optional<Invited> find_by_reference(db::Session& db, std::string_view reference);
/// Those whose reference begins like this; a few at most.
std::vector<Invited> list_by_locator(db::Session& db, std::string_view locator);
std::optional<Invited> find_invited(db::Session& db, const RespondentId& respondent);

/// Whether the respondent takes part and answered a question (features/answers/answered.hpp).
bool has_answered(db::Session& db, const RespondentId& respondent);

/// Notes that a link was opened for the first time.
void note_opened(db::Session& db, const Respondent& by);

}  // namespace konbit::links
