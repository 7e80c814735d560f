// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/answers/row_state.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <string>
#include <vector>

/// What respondents send. A tie is one tap and one durable write.
namespace konbit::answers {

/// One tap: what one respondent says of one member in one question that is not sealed.
struct Tap {
    std::optional<int> value;  ///< On the question's scale; empty takes the tie back.
    std::string device;        ///< A random name that the device made for itself, 1-64 characters.
    std::int64_t sequence =
        0;  ///< Grows with every tap on that device. The phone's clock counts for nothing.
    bool prefilled_untouched = false;  ///< Taken over from the last wave without being touched.

    static constexpr auto fields() {
        return std::tuple{
            field("value", &Tap::value),
            field("device", &Tap::device),
            field("sequence", &Tap::sequence),
            field("prefilled_untouched", &Tap::prefilled_untouched).defaulted(),
        };
    }
};

struct AlterValue {
    WaveMemberId alter_id{};
    int value = 1;

    static constexpr auto fields() {
        return std::tuple{field("alter_id", &AlterValue::alter_id), field("value", &AlterValue::value)};
    }
};

/// What a respondent says of a whole question.
struct RowChange {
    RowState state = RowState::answered;  ///< answered, answered_empty, declined, or partial until ended.
    std::vector<AlterValue> values;       ///< Sealed questions only, all at once.
    std::string device;
    std::int64_t sequence = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("state", &RowChange::state),
            field("values", &RowChange::values),
            field("device", &RowChange::device),
            field("sequence", &RowChange::sequence),
        };
    }
};

/// A tap as a phone sends several at once.
struct SaidTie {
    WaveMemberId alter_id{};
    std::optional<int> value;  ///< As of Tap.
    std::int64_t sequence = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("alter_id", &SaidTie::alter_id),
            field("value", &SaidTie::value),
            field("sequence", &SaidTie::sequence),
        };
    }
};

/// A RowChange as a phone sends several at once.
struct SaidRow {
    RowState state = RowState::answered;
    std::vector<AlterValue> values;
    std::int64_t sequence = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("state", &SaidRow::state),
            field("values", &SaidRow::values).defaulted(),
            field("sequence", &SaidRow::sequence),
        };
    }
};

/// What was said of one question: ties in the order of the taps, and after them of the whole.
struct SaidOfQuestion {
    QuestionId question_id{};
    std::vector<SaidTie> ties;
    std::optional<SaidRow> row;

    static constexpr auto fields() {
        return std::tuple{
            field("question_id", &SaidOfQuestion::question_id),
            field("ties", &SaidOfQuestion::ties).defaulted(),
            field("row", &SaidOfQuestion::row),
        };
    }
};

/// What a device has to tell, in the order in which it was said; a question may come again.
struct Said {
    std::string device;                     ///< As of Tap.
    std::vector<SaidOfQuestion> questions;  ///< At most 200 ties and rows in all.

    static constexpr auto fields() {
        return std::tuple{field("device", &Said::device), field("questions", &Said::questions)};
    }
};

/// Notes "/device" "required" or "too_long" and "/sequence" "out_of_range" of whatever a device sends.
void check_source(Findings& findings, const std::string& device, std::int64_t sequence);

/// The tap if it can be one on that scale.
/// @return ErrorCode::invalid with "/value" "out_of_range", "/device" "required" or "too_long", "/sequence"
///         "out_of_range".
Result<void> check(const Tap& tap, Scale scale);

/// The change if a respondent may make it: values stand in sealed questions only and must be ties.
Result<void> check(const RowChange& change, const Question& question);

}  // namespace konbit::answers
