// SPDX-License-Identifier: Apache-2.0
#include "features/saved_searches/digest.hpp"

#include "db/database.hpp"
#include "features/mail/outbox.hpp"
#include "features/pages/frame.hpp"
#include "features/saved_searches/search_key.hpp"

namespace konbit::saved_searches {

namespace {

constexpr int most_items = 30;
constexpr int searches_at_once = 500;

std::string line_of(const pages::Words& words, const pages::FeedItem& item) {
    return words(item.is_new ? "mail.saved_search.new" : "mail.saved_search.changed",
                 {{"name", item.title}}) +
           "\n" + item.url + "\n\n";
}

std::string lines_of(const pages::Words& words, const std::vector<pages::FeedItem>& items) {
    std::string all;
    for (const auto& item : items) all += line_of(words, item);
    return all;
}

/// Tells of one search, or notes that there is nothing to tell.
Result<void> digest(App& app, const System& system, const SavedSearchId& id, Instant now) {
    return app.database.write([&](db::Session& session) -> Result<void> {
        const auto due = find_due(session, system, id, now);
        if (!due) return {};
        const pages::Words words(app.texts, due->language);
        const auto items = pages::changed_items(app, session, words, due->search.list, query_of(due->search),
                                                due->search.digested_at, most_items);
        if (!items.empty())
            KONBIT_CHECK(mail::queue_mail(session, app.keys, digest_mail(app, *due, items), now));
        mark_digested(session, system, id, now);
        return {};
    });
}

}  // namespace

mail::Mail digest_mail(const App& app, const DueSearch& due, const std::vector<pages::FeedItem>& items) {
    const pages::Words words(app.texts, due.language);
    const std::string list_path = "/" + std::string(name_of(due.search.list));
    const std::string end = unsubscribe_url(app.config.base_url, app.keys, due.search.id, due.language);
    const Params params{{"person", due.person},
                        {"name", due.search.name},
                        {"items", lines_of(words, items)},
                        {"url", pages::absolute(app, query_of(due.search).link(list_path).str())},
                        {"unsubscribe", end}};
    return {.recipient = due.email,
            .recipient_name = due.person,
            .subject = words("mail.saved_search.subject", {{"name", due.search.name}}),
            .body = words("mail.saved_search.text", params),
            .language = due.language,
            .unsubscribe_url = end};
}

Result<void> send_digests(App& app) {
    const Instant now = app.clock.now();
    const System system;
    const auto due = app.database.read(
        [&](db::Session& session) { return list_due(session, system, now, searches_at_once); });
    for (const auto& id : due) KONBIT_CHECK(digest(app, system, id, now));
    return {};
}

void add_digests(jobs::Handlers& handlers, App& app) {
    handlers.add(
        "saved_search_digests", [&app](jobs::JobContext&) { return send_digests(app); },
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = hour_ms});
}

}  // namespace konbit::saved_searches
