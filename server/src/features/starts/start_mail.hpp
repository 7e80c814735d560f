// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/mail/mail.hpp"
#include "features/starts/start.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::starts {

/// What proves that the holder read the mail.
std::string token_of(const App& app, const StartId& id);
/// @return The request of a token, or nothing when it is none of ours.
std::optional<StartId> start_of(const App& app, std::string_view token);

/// The mail that asks the person to follow a link.
mail::Mail prove_mail(const App& app, const StartRequest& start);

}  // namespace konbit::starts
