// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.hpp"
#include "db/session.hpp"
#include "features/sealed/sealed_row.hpp"

#include <string>
#include <vector>

/// The only code that touches the table of sealed answers.
namespace konbit::sealed {

/// A row as it is stored.
struct StoredRow {
    RespondentId respondent_id{};
    QuestionId question_id{};
    Bytes ciphertext;

    static constexpr auto fields() {
        return std::tuple{
            field("respondent_id", &StoredRow::respondent_id, Access::never_sent),
            field("question_id", &StoredRow::question_id, Access::never_sent),
            field("ciphertext", &StoredRow::ciphertext, Access::never_sent),
        };
    }
};

/// Puts a ciphertext in the place of the former one. The row gets a new random id, so that nothing tells that
/// it is the second answer.
void replace(db::Session& db, const StoredRow& row);

/// As replace(), provided that `former` still stands.
/// @return Whether it did; nothing is changed otherwise.
bool replace_unchanged(db::Session& db, const StoredRow& former, const StoredRow& row);

void remove(db::Session& db, const RespondentId& respondent, const QuestionId& question);

/// Everything that the respondent sealed.
void remove_all(db::Session& db, const RespondentId& respondent);

/// The waves that have sealed answers, or are open for some.
std::vector<WaveId> list_waves(db::Session& db);

/// Of all waves.
std::int64_t count(db::Session& db);

/// Takes out the sealed answers of a wave whose key is lost; its members have not answered these questions
/// then. @return How many.
std::int64_t forget_wave(db::Session& db, const WaveId& wave);

/// The ciphertexts of one respondent; still sealed.
std::vector<StoredRow> list_of(db::Session& db, const Respondent& by);

/// All ciphertexts of a wave, for its figures; still sealed.
std::vector<StoredRow> list_of_wave(db::Session& db, const Analyst& by);

}  // namespace konbit::sealed
