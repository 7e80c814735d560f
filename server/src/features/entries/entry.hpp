// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/answers/answer.hpp"
#include "features/links/invitation.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// Answers in other hands: typed in from a paper form, or taken down on the telephone. Never those to a
/// sealed question.
namespace konbit::entries {

/// How long a member can correct what was entered for it, though the wave may be closed by then.
inline constexpr int days_to_correct = 10;

/// What was typed of one question.
struct TypedRow {
    QuestionId question_id{};
    RowState state = RowState::answered;      ///< answered, or answered_empty for "none of these".
    std::vector<answers::AlterValue> values;  ///< Ties only.
    std::string unread;  ///< What was typed and is no member's number; nothing when all is.

    static constexpr auto fields() {
        return std::tuple{
            field("question_id", &TypedRow::question_id),
            field("state", &TypedRow::state),
            field("values", &TypedRow::values),
            field("unread", &TypedRow::unread).defaulted(),
        };
    }
};

/// What was typed of one member's form, and what became of it.
struct Entry {
    RespondentId id{};                    ///< The respondent's.
    AnswerMode mode = AnswerMode::paper;  ///< paper or interview.
    std::optional<Consent> consent;       ///< As ticked on the form or said on the telephone; empty: not yet.
    std::string language = "en";          ///< In which the member was asked, and is written to.
    bool is_draft = false;                ///< Something is typed that is not entered.
    std::vector<TypedRow> typed_rows;     ///< Shown to whoever typed it, and only until it is entered.
    std::optional<AccountId> typed_by;
    std::vector<QuestionId> entered_questions;  ///< What was entered; the member may have corrected it since.
    std::optional<AccountId> entered_by;
    std::optional<Instant> entered_at;     ///< Empty: never entered.
    std::optional<Instant> correct_until;  ///< The member can change what was entered until then.
    bool is_notified = false;              ///< Whether there was an address to write to.
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Entry::id, Access::read_only),
            field("mode", &Entry::mode),
            field("consent", &Entry::consent),
            field("language", &Entry::language),
            field("is_draft", &Entry::is_draft, Access::read_only),
            field("typed_rows", &Entry::typed_rows),
            field("typed_by", &Entry::typed_by, Access::never_sent),
            field("entered_questions", &Entry::entered_questions, Access::read_only),
            field("entered_by", &Entry::entered_by, Access::never_sent),
            field("entered_at", &Entry::entered_at, Access::read_only),
            field("correct_until", &Entry::correct_until, Access::read_only),
            field("is_notified", &Entry::is_notified, Access::read_only),
            field("version", &Entry::version, Access::read_only),
        };
    }
};

/// A respondent as whoever enters forms finds it. Nothing of what was answered.
struct EntryLine {
    RespondentId respondent_id{};
    WaveMemberId wave_member_id{};
    std::string label;
    int code = 1;           ///< The member's number on paper forms.
    std::string reference;  ///< Printed on its form.
    std::string language;
    std::optional<std::string> contact_name;
    std::optional<std::string> contact_phone;
    RespondentState state = RespondentState::invited;
    AnswerMode mode = AnswerMode::link;
    bool is_draft = false;
    std::optional<Instant> entered_at;
    std::optional<std::string> entered_by_name;
    std::optional<Instant> correct_until;
    bool is_notified = false;

    static constexpr auto fields() {
        return std::tuple{
            field("respondent_id", &EntryLine::respondent_id, Access::read_only),
            field("wave_member_id", &EntryLine::wave_member_id, Access::read_only),
            field("label", &EntryLine::label, Access::read_only),
            field("code", &EntryLine::code, Access::read_only),
            field("reference", &EntryLine::reference, Access::read_only),
            field("language", &EntryLine::language, Access::read_only),
            field("contact_name", &EntryLine::contact_name, Access::read_only),
            field("contact_phone", &EntryLine::contact_phone, Access::read_only),
            field("state", &EntryLine::state, Access::read_only),
            field("mode", &EntryLine::mode, Access::read_only),
            field("is_draft", &EntryLine::is_draft, Access::read_only),
            field("entered_at", &EntryLine::entered_at, Access::read_only),
            field("entered_by_name", &EntryLine::entered_by_name, Access::read_only),
            field("correct_until", &EntryLine::correct_until, Access::read_only),
            field("is_notified", &EntryLine::is_notified, Access::read_only),
        };
    }
};

/// What came of entering a form.
struct Entered {
    Entry entry;
    std::vector<QuestionId> kept;  ///< Questions that the member had answered itself: its own words stand.

    static constexpr auto fields() {
        return std::tuple{field("entry", &Entered::entry), field("kept", &Entered::kept)};
    }
};

/// The draft if it can be kept: any numbers, consent still open, but only questions that may pass through
/// other hands.
/// @param questions  What the wave asks, sealed ones too.
/// @return ErrorCode::invalid with "/mode" or "/language" "not_allowed", and by row "question_id"
/// "asked_by_link_only"
///         or "not_found", "state" "not_allowed", "values/…/value" "out_of_range".
Result<Entry> checked_draft(Entry draft, const std::vector<Question>& questions,
                            const std::vector<std::string>& languages);

/// Whether nothing is left to be done before the draft is entered.
/// @param ticked_before  Members that the respondent ticked itself at a gate, by the gate.
/// @return ErrorCode::invalid with "/consent" or "/typed_rows" "required", and by row "unread" "not_read" or
///         "values" "behind_gate" for a member who is not ticked where the gate asks.
Result<void> check_complete(const Entry& draft, const std::vector<Question>& questions,
                            const std::map<QuestionKey, std::vector<WaveMemberId>>& ticked_before);

}  // namespace konbit::entries
