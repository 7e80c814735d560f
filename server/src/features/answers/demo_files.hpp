// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/links/invitation.hpp"

#include <optional>
#include <string>
#include <vector>

/// The rows of data/demo/*.csv that waves are made of.
namespace konbit::answers::demo {

struct WaveRow {
    int wave = 1;
    std::string title_en;
    bool is_baseline = false;
    Date opens_on{};
    Date closes_on{};
    Date frozen_on{};

    static constexpr auto fields() {
        return std::tuple{
            field("wave", &WaveRow::wave),
            field("title_en", &WaveRow::title_en),
            field("is_baseline", &WaveRow::is_baseline),
            field("opens_on", &WaveRow::opens_on),
            field("closes_on", &WaveRow::closes_on),
            field("frozen_on", &WaveRow::frozen_on),
        };
    }
};

/// How one member of a wave answered, if it did.
struct MemberRow {
    int wave = 1;
    std::string member;
    std::string state;  ///< "answered", "nonresponse" or "declined".
    std::optional<AnswerMode> mode;
    std::optional<Consent> consent;
    std::optional<std::string> language;
    std::optional<Date> finished_on;

    static constexpr auto fields() {
        return std::tuple{
            field("wave", &MemberRow::wave),
            field("member", &MemberRow::member),
            field("state", &MemberRow::state),
            field("mode", &MemberRow::mode),
            field("consent", &MemberRow::consent),
            field("language", &MemberRow::language),
            field("finished_on", &MemberRow::finished_on),
        };
    }
};

struct TieRow {
    int wave = 1;
    QuestionKey question = QuestionKey::know;
    std::string from;
    std::string to;
    int value = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("wave", &TieRow::wave), field("question", &TieRow::question), field("from", &TieRow::from),
            field("to", &TieRow::to),     field("value", &TieRow::value),
        };
    }
};

/// Which label a member of the story ("M10") has.
struct LabelRow {
    std::string organization;
    std::string label;

    static constexpr auto fields() {
        return std::tuple{field("organization", &LabelRow::organization), field("label", &LabelRow::label)};
    }
};

struct Files {
    std::vector<WaveRow> waves;
    std::vector<MemberRow> members;
    std::vector<TieRow> ties;
    std::vector<LabelRow> labels;
};

/// @return ErrorCode::invalid naming the cell that does not fit.
Result<Files> read_files();

}  // namespace konbit::answers::demo
