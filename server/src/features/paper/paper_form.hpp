// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/answers/consent_log.hpp"
#include "features/permission/capabilities.hpp"
#include "features/surveys/wave_views.hpp"
#include "pdf/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace konbit {
class Catalog;
}

/// Surveys on paper: a form that a member fills in by hand and somebody else types in.
namespace konbit::paper {

/// A line of the roster. Forms and those who type them in call a member by its number.
struct FormMember {
    int code = 0;  ///< From 1, in the order of the roster; never another one once the wave is open.
    std::string label;
};
/// The number of the member at that place of the roster.
constexpr int code_of(int position) { return position + 1; }

/// What is the same on every form of a wave. Sealed questions are not in it.
struct FormWave {
    std::string cluster_name;
    std::string title;
    std::optional<Instant> closes_at;
    answers::TotalsReaders readers{};
    std::vector<surveys::AskedQuestion> questions;  ///< Open and limited ones.
    int sealed_questions = 0;                       ///< Asked by link only.
    std::vector<FormMember> members;
};

/// Whose form it is.
struct FormOwner {
    FormMember member;
    std::string reference;  ///< Printed on every page; by it the returned form is found.
    std::string language;
};

/// @return ErrorCode::conflict "wave_not_open" before the roster is fixed, "wave_closed" afterwards.
Result<FormWave> find_form(db::Session& db, const WaveFacilitator& by, Instant now);

/// Those for whom forms are printed, in the order of the roster.
/// @param only  One respondent; nothing: all who have not finished and did not decline.
/// @return ErrorCode::not_found when that one is not of this wave.
Result<std::vector<FormOwner>> list_owners(db::Session& db, const WaveFacilitator& by,
                                           std::optional<RespondentId> only);

/// The reference as people read it to each other: two groups of four.
std::string in_groups(std::string_view reference);

/// Appends a form to the document, its pages numbered for themselves.
/// @param owner  Nothing: a general form, on which the member writes its own number.
void add_form(pdf::Document& document, const Catalog& texts, const FormWave& wave,
              const std::optional<FormOwner>& owner, std::string_view language);

}  // namespace konbit::paper
