// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"
#include "features/mail/mail.hpp"
#include "features/saved_searches/saved_search_store.hpp"

#include <vector>

namespace konbit::saved_searches {

/// The mail that tells what is new in a search, in the language of whoever saved it.
/// @param items  Newest first; not empty.
mail::Mail digest_mail(const App& app, const DueSearch& due, const std::vector<pages::FeedItem>& items);

/// Sends every weekly mail that is due. A search without news stays quiet until it has some for a week's
/// mail.
Result<void> send_digests(App& app);

/// Looks every hour for weekly mails that are due.
void add_digests(jobs::Handlers& handlers, App& app);

}  // namespace konbit::saved_searches
