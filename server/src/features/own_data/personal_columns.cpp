// SPDX-License-Identifier: Apache-2.0
#include "features/own_data/personal_columns.hpp"

namespace konbit::own_data {

namespace {

using enum Fate;

constexpr std::string_view wave_of_respondent =
    "JOIN respondents r ON r.id = t.respondent_id JOIN waves w ON w.id = r.wave_id";
constexpr std::string_view wave_of_row = "JOIN waves w ON w.id = t.wave_id";
constexpr std::string_view answered_wave =
    "JOIN respondents r ON r.wave_id = t.wave_id"
    " JOIN waves w ON w.id = t.wave_id";

/// Whoever runs the cluster reads these by name anyway: nothing that a personal link gives only to the device
/// that answered comes out here.
constexpr std::string_view is_read_by_name =
    "EXISTS (SELECT 1 FROM asked_questions q WHERE q.wave_id = r.wave_id AND q.id = t.question_id"
    " AND q.sensitivity = 'open' AND q.may_be_named)";

constexpr auto columns = std::to_array<PersonalColumn>({
    {"accounts", "id", Tie::account, erased, "name email language status created_at updated_at"},
    {"grants", "account_id", Tie::account, erased, "role scope scope_id created_at"},
    {"sessions", "account_id", Tie::account, erased, "device entrance created_at last_seen_at expires_at"},
    {"account_devices", "account_id", Tie::account, erased, "last_seen_at"},
    {"tickets", "account_id", Tie::account, erased, "purpose created_at expires_at"},
    {"one_time_codes", "account_id", Tie::account, erased, "confirmed_at"},
    {"recovery_codes", "account_id", Tie::account, erased, "used_at"},
    {"passkeys", "account_id", Tie::account, erased, "name created_at last_used_at"},
    {"saved_searches", "account_id", Tie::account, erased, "name query digest created_at"},
    {"saved_views", "account_id", Tie::account, erased, "name c.name=cluster",
     "JOIN clusters c ON c.id = t.cluster_id"},
    {"map_views", "account_id", Tie::account, erased, "name w.title=wave is_shared", wave_of_row},
    {"nudges", "account_id", Tie::account, erased, "kind sent_at"},
    {"imports", "account_id", Tie::account, erased, "file_name kind state created_at"},
    {"import_mappings", "account_id", Tie::account, erased, "kind used_at"},
    {"idempotency_keys", "actor", Tie::actor, erased, "status created_at"},

    {"people", "account_id", Tie::account, erased, ""},
    {"people", "id", Tie::person, erased,
     "name email phone language channel consent consent_on created_at updated_at"},
    {"contact_roles", "person_id", Tie::person, erased,
     "role is_primary o.name=organization c.name=cluster since until",
     "LEFT JOIN organizations o ON o.id = t.organization_id LEFT JOIN clusters c ON c.id = t.cluster_id"},
    {"team_showings", "role_id", Tie::role, erased,
     "state asked_at consent_version answered_at languages shows_email shows_phone agreed_name agreed_email "
     "agreed_phone"},
    {"person_invitations", "person_id", Tie::person, erased, "email role scope created_at accepted_at"},
    {"person_invitations", "invited_by", Tie::account, erased, "role scope created_at accepted_at"},
    {"member_groups", "monitor_id", Tie::person, cleared, "name kind purpose"},
    {"memberships", "contact_email", Tie::address, cleared,
     "label contact_name contact_email contact_phone c.name=cluster",
     "JOIN clusters c ON c.id = t.cluster_id"},

    {"respondents", "person_id", Tie::person, answers,
     "w.title=wave state mode language consent consent_version consented_at finished_at", wave_of_row},
    {"consents", "respondent_id", Tie::respondent, answers,
     "w.title=wave purpose is_given consent_version language recorded_at text_sha256 x.text=text",
     "JOIN respondents r ON r.id = t.respondent_id JOIN waves w ON w.id = r.wave_id"
     " LEFT JOIN consent_texts x ON x.text_sha256 = t.text_sha256"},
    {"row_states", "respondent_id", Tie::respondent, answers, "w.title=wave q.key=question state",
     "JOIN respondents r ON r.id = t.respondent_id JOIN waves w ON w.id = r.wave_id"
     " JOIN questions q ON q.id = t.question_id"},
    {"answers", "respondent_id", Tie::respondent, answers,
     "w.title=wave k.key=question m.label=member value received_at",
     "JOIN respondents r ON r.id = t.respondent_id JOIN waves w ON w.id = r.wave_id"
     " JOIN questions k ON k.id = t.question_id JOIN wave_members m ON m.id = t.alter_id AND m.listing = "
     "'named'",
     is_read_by_name},
    // That there is a ciphertext is told by row_states; what is in it is given back to nobody.
    {"sealed_answers", "respondent_id", Tie::respondent, answers, ""},
    {"unlisted_organizations", "respondent_id", Tie::respondent, answers, "w.title=wave name country_code",
     wave_of_respondent},
    {"answer_corrections", "respondent_id", Tie::respondent, answers, "w.title=wave corrected_at",
     wave_of_respondent},
    {"disputed_ties", "respondent_id", Tie::respondent, answers, "w.title=wave disputed_at",
     wave_of_respondent},
    {"replies", "respondent_id", Tie::respondent, answers, "w.title=wave replied_at", wave_of_respondent},
    {"prefills", "respondent_id", Tie::respondent, answers, "w.title=wave", wave_of_respondent},
    {"prefills", "last_respondent_id", Tie::respondent, answers, ""},
    {"reminders_sent", "respondent_id", Tie::respondent, answers, "w.title=wave step sent_at",
     wave_of_respondent},
    {"entries", "id", Tie::respondent, answers, "mode entered_at correct_until"},
    {"wave_events", "respondent_id", Tie::respondent, answers, "w.title=wave event happened_at", wave_of_row},
    // Files and reports of a wave in which the person answered.
    {"exports", "wave_id", Tie::respondent, number, "w.title=wave content purpose exported_at", answered_wave,
     "", "r.id"},
    {"report_copies", "wave_id", Tie::respondent, number, "w.title=wave audience taken_at", answered_wave, "",
     "r.id"},

    {"introductions", "one_id", Tie::membership, owner, "kind state introduced_on met_on working_on"},
    {"introductions", "other_id", Tie::membership, owner, "kind state introduced_on met_on working_on"},
    {"introductions", "introducer_id", Tie::membership, owner, "kind state introduced_on met_on working_on"},
    {"introduction_refusals", "membership_id", Tie::membership, owner, "refused_at"},
    {"meeting_attendances", "membership_id", Tie::membership, owner, "g.title=meeting g.held_on=held_on",
     "JOIN meetings g ON g.id = t.meeting_id"},

    {"outbox_mail", "recipient", Tie::address, erased, "subject state created_at sent_at"},
    {"claims", "email", Tie::address, erased, "name kind state created_at"},
    {"corrections", "email", Tie::address, cleared, "page text state created_at"},
    {"starts", "email", Tie::address, erased, "person_name name created_at"},
    {"experts", "contact_email", Tie::address, owner, "name headline contact_email consented_at"},

    {"identities", "account_id", Tie::account, erased, "label=name issuer created_at last_used_at"},
    {"api_tokens", "account_id", Tie::account, erased, "name created_at expires_at last_used_at"},
    {"join_requests", "account_id", Tie::account, erased, "o.name=organization created_at declined_at",
     "JOIN organizations o ON o.id = t.organization_id"},
    {"deputies", "account_id", Tie::account, erased, "role scope scope_id begins_at ends_at"},
    {"deputies", "deputy_id", Tie::account, erased, "role scope scope_id begins_at ends_at"},
    {"ended_grants", "account_id", Tie::account, erased, "role scope scope_id created_at ended_at"},
    {"ended_grants", "given_by", Tie::account, cleared, "role scope ended_at"},
    {"ended_grants", "ended_by", Tie::account, cleared, "role scope ended_at"},
    {"grants", "given_by", Tie::account, cleared, "role scope created_at"},
    {"role_offers", "email", Tie::address, erased, "name role scope created_at expires_at"},
    {"role_offers", "offered_by", Tie::account, erased, "name role scope created_at"},
    {"changes", "for_account_id", Tie::account, cleared, "kind action changed_at"},
    // Chained by hashes: a line that were changed would be found. The number names nobody once the account is
    // gone.
    {"audit_entries", "account_id", Tie::account, number, "action outcome address route happened_at"},

    {"changes", "account_id", Tie::account, cleared, "kind action changed_at"},
    {"files", "account_id", Tie::account, cleared, "name media_type created_at"},
    {"attachments", "account_id", Tie::account, cleared, "kind purpose created_at"},
    {"stage_changes", "account_id", Tie::account, cleared, "stage created_at"},
    {"statement_entries", "recorded_by", Tie::account, cleared, "kind recorded_at"},
    {"tier_evidence", "account_id", Tie::account, cleared, "purpose title created_at"},
    {"tier_waivers", "account_id", Tie::account, cleared, "programme created_at"},
    {"country_facts", "author_id", Tie::account, cleared, "country_code kind created_at"},
    {"country_facts", "confirmed_by", Tie::account, cleared, "country_code kind confirmed_at"},
    {"backings", "requested_by", Tie::account, cleared, "state created_at"},
    {"backings", "decided_by", Tie::account, cleared, "state decided_at"},
    {"breaches", "entered_by", Tie::account, cleared, "title created_at"},
    {"claims", "decided_by", Tie::account, cleared, "kind state decided_at"},
    {"corrections", "decided_by", Tie::account, cleared, "state decided_at"},
    {"known_apart", "account_id", Tie::account, cleared, "said_at"},
    {"letters", "written_by", Tie::account, cleared, "channel written_on"},
    {"merges", "account_id", Tie::account, cleared, "duplicate_name=name merged_at"},
    {"wave_events", "account_id", Tie::account, cleared, "w.title=wave event happened_at", wave_of_row},
    {"exports", "account_id", Tie::account, cleared, "w.title=wave content purpose exported_at", wave_of_row},
    {"report_copies", "account_id", Tie::account, cleared, "w.title=wave audience taken_at", wave_of_row},
    {"blind_map_files", "account_id", Tie::account, cleared, "taken_at"},
    {"entries", "typed_by", Tie::account, cleared, "mode"},
    {"entries", "entered_by", Tie::account, cleared, "mode entered_at"},
    // Two different people have to have stood behind these: the numbers prove that, and name nobody.
    {"research_requests", "asked_by", Tie::account, number, "w.title=wave recipient state asked_at",
     wave_of_row},
    {"research_requests", "decided_by", Tie::account, number, "w.title=wave recipient state decided_at",
     wave_of_row},
    {"blind_map_requests", "asked_by", Tie::account, number, "w.title=wave recipient state asked_at",
     wave_of_row},
    {"blind_map_requests", "decided_by", Tie::account, number, "w.title=wave recipient state decided_at",
     wave_of_row},
});

}  // namespace

std::span<const PersonalColumn> personal_columns() { return columns; }

}  // namespace konbit::own_data
