// SPDX-License-Identifier: Apache-2.0
#include "features/saved_searches/saved_search_routes.hpp"

#include "db/database.hpp"
#include "features/pages/frame.hpp"
#include "features/permission/policies.hpp"
#include "features/saved_searches/saved_search_store.hpp"
#include "features/saved_searches/search_key.hpp"

namespace konbit {

namespace {

using html::attr;
using html::cls;
using html::el;
using http::Created;
using http::IfMatch;
using http::NoContent;

struct SearchList {
    std::vector<ListedSearch> items;

    static constexpr auto fields() {
        return std::tuple{field("items", &SearchList::items, Access::read_only)};
    }
};

ListedSearch listed(const App& app, const http::Request& request, SavedSearch search) {
    ListedSearch shown;
    static_cast<SavedSearch&>(shown) = std::move(search);
    const std::string list_path = "/" + std::string(name_of(shown.list));
    shown.page_url = pages::absolute(app, saved_searches::query_of(shown).link(list_path).str());
    shown.feed_url = saved_searches::feed_url(app.config.base_url, app.keys, shown.id, request.language);
    return shown;
}

Result<SearchList> list(App& app, const SignedIn& by, const http::Request& request) {
    SearchList all;
    for (auto& each :
         app.database.read([&](db::Session& session) { return saved_searches::list(session, by); }))
        all.items.push_back(listed(app, request, std::move(each)));
    return all;
}

Result<Created<ListedSearch>> save(App& app, const SignedIn& by, Create<SavedSearch> draft,
                                   const http::Request& request) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const SavedSearch valid, saved_searches::checked(std::move(draft)));
    KONBIT_TRY(SavedSearch made, app.database.write([&](db::Session& session) {
        return saved_searches::insert(session, valid, by, now);
    }));
    return Created<ListedSearch>{listed(app, request, std::move(made))};
}

Result<ListedSearch> change(App& app, SavedSearchId id, const SignedIn& by, Patch<SavedSearch> patch,
                            const http::Request& request) {
    const Instant now = app.clock.now();
    KONBIT_TRY(SavedSearch changed, app.database.write([&](db::Session& session) -> Result<SavedSearch> {
        KONBIT_TRY(const SavedSearch stored, saved_searches::find(session, by, id));
        KONBIT_TRY(SavedSearch wanted, patch.onto(stored));
        KONBIT_TRY(SavedSearch valid, saved_searches::checked(std::move(wanted)));
        return saved_searches::update(session, std::move(valid), by, now);
    }));
    return listed(app, request, std::move(changed));
}

Result<NoContent> forget(App& app, SavedSearchId id, const SignedIn& by, IfMatch seen) {
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const SavedSearch stored, saved_searches::find(session, by, id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(saved_searches::remove(session, stored, by));
        return NoContent{};
    });
}

Result<SavedSearch> held(App& app, const SearchHolder& by) {
    return app.database.read([&](db::Session& session) { return saved_searches::find(session, by); });
}

Result<http::Response> feed(App& app, SavedSearchId, const SearchHolder& by, const http::Request& request) {
    KONBIT_TRY(const SavedSearch search, held(app, by));
    const pages::Words words = pages::words_for(app, request);
    return pages::feed_of(app, words, search.list, saved_searches::query_of(search), request.target);
}

/// A page of one sentence, with whatever there is to do about it.
http::Response notice(const App& app, const http::Request& request, const std::string& key,
                      const Params& params, const html::Html& action) {
    const pages::Words words = pages::words_for(app, request);
    pages::Content content;
    content.path = "/";
    content.title = words(key + ".title");
    content.is_indexed = false;
    content.main = el("main", html::id("main"), attr("tabindex", "-1"),
                      el("div", cls("k-page"), el("h1", words(key + ".title")),
                         el("p", cls("k-lead"), words(key + ".text", params)), action));
    return pages::page(app, request, words, std::move(content));
}

/// Only asks: programs that look at the links of a mail must not end anything.
Result<http::Response> ask_to_end(App& app, SavedSearchId, const SearchHolder& by,
                                  const http::Request& request) {
    KONBIT_TRY(const SavedSearch search, held(app, by));
    const pages::Words words = pages::words_for(app, request);
    return notice(app, request, "page.unsubscribe", {{"name", search.name}},
                  el("form", attr("method", "post"), attr("action", request.target),
                     el("button", cls("k-button"), words("page.unsubscribe.go"))));
}

/// One click, without signing in: what RFC 8058 lets a mail program do for its reader.
Result<http::Response> end(App& app, SavedSearchId, const SearchHolder& by, http::Body<1024>,
                           const http::Request& request) {
    KONBIT_TRY(const SavedSearch search, held(app, by));
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write(
        [&](db::Session& session) { return saved_searches::end_digest(session, by, now); }));
    return notice(app, request, "page.unsubscribed", {{"name", search.name}}, {});
}

}  // namespace

std::span<const http::Route<App>> saved_search_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/saved_searches", "The searches that the account keeps", signed_in, list),
        http::route(post, "/api/saved_searches", "Keeps a search of the directory", signed_in, save),
        http::route(patch, "/api/saved_searches/{id}", "Changes the fields present in the body", signed_in,
                    change),
        http::route(remove, "/api/saved_searches/{id}", "Forgets a search and ends its feed", signed_in,
                    forget),
        http::route(get, "/feeds/searches/{id}", "What is new in a saved search, as a feed",
                    may_follow_search, feed),
        http::route(get, "/unsubscribe/searches/{id}", "Asks whether to end the weekly mail of a search",
                    may_end_digest, ask_to_end),
        http::route(post, "/unsubscribe/searches/{id}", "Ends the weekly mail of a search", may_end_digest,
                    end),
    };
    return all;
}

}  // namespace konbit
