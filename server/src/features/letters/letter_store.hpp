// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/letters/letter.hpp"
#include "features/permission/capabilities.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

/// Writing to the organization behind a stub before its page is published.
namespace konbit::letters {

/// They have this long to answer a mail or a letter; who was spoken to has answered already.
inline constexpr int days_to_answer = 14;

/// Stubs that nobody sees yet, of the countries that the editor keeps, by name.
Result<Page<ListedStub>> list_stubs(db::Session& session, const DirectoryEditor& by, const PageRequest& page);

/// How many of them wait.
std::int64_t count_stubs(db::Session& session, const DirectoryEditor& by);

/// @return ErrorCode::not_found for what is no unpublished stub of a country that the editor keeps.
Result<Stub> find_stub(db::Session& session, const DirectoryEditor& by, RecordKind kind, const RecordId& id);

/// Keeps that they were written or spoken to.
/// @param letter  As checked() gave it.
Result<Letter> insert(db::Session& session, Letter letter, const Stub& stub, const DirectoryEditor& by,
                      Instant now);

/// What they answer by the link in the mail.
/// @return ErrorCode::not_found when there is no such letter.
Result<Letter> answer(db::Session& session, const LetterId& id, LetterState state,
                      const std::optional<std::string>& text, Instant now);

/// The letter of a mailed link, for whoever holds it: the link is the right to read it.
std::optional<Letter> find(db::Session& session, const LetterId& id);

/// Whoever wrote a letter, to be told what was answered; nothing when the account is gone.
std::optional<Account> writer_of(db::Session& session, const Letter& letter);

/// The name of the record that a letter is about; nothing when it is gone.
std::optional<std::string> name_of_record(db::Session& session, const Letter& letter);

}  // namespace konbit::letters
