// SPDX-License-Identifier: Apache-2.0
#include "features/saved_searches/search_key.hpp"

#include "core/codec.hpp"
#include "features/permission/policies.hpp"

#include <fmt/core.h>

namespace konbit {

namespace {

constexpr std::string_view key_purpose = "saved searches";
constexpr std::size_t key_bytes = 16;

std::string key_of(const crypto::Key& key, const SavedSearchId& id, saved_searches::Use use) {
    const bool follows = use == saved_searches::Use::follow;
    const std::string message = fmt::format("{}:{}", follows ? "feed" : "unsubscribe", id.view());
    return codec::to_base32(crypto::hmac_sha256(key.view(), message).substr(0, key_bytes));
}

/// @return True when the request's `key` is the one of this search and use.
bool holds_key(const App& app, const http::Request& request, const SavedSearchId& id,
               saved_searches::Use use) {
    return app.keys.first(key_purpose, [&](const crypto::Key& key) {
        return crypto::equal(request.query.first("key"), key_of(key, id, use));
    });
}

}  // namespace

Result<SearchHolder> Policies::follow_search(App& app, const http::Request& request, SavedSearchId id) {
    if (!holds_key(app, request, id, saved_searches::Use::follow))
        return failure(ErrorCode::not_found, "saved_search");
    return SearchHolder(id);
}

Result<SearchHolder> Policies::end_digest(App& app, const http::Request& request, SavedSearchId id) {
    if (!holds_key(app, request, id, saved_searches::Use::end_digest))
        return failure(ErrorCode::not_found, "saved_search");
    return SearchHolder(id);
}

namespace saved_searches {

std::string key_of(const InstallationKeys& keys, const SavedSearchId& id, Use use) {
    return konbit::key_of(keys.derive(key_purpose), id, use);
}

std::string feed_url(std::string_view base_url, const InstallationKeys& keys, const SavedSearchId& id,
                     std::string_view language) {
    return fmt::format("{}/feeds/searches/{}?key={}&lang={}", base_url, id.view(),
                       key_of(keys, id, Use::follow), language);
}

std::string unsubscribe_url(std::string_view base_url, const InstallationKeys& keys, const SavedSearchId& id,
                            std::string_view language) {
    return fmt::format("{}/unsubscribe/searches/{}?key={}&lang={}", base_url, id.view(),
                       key_of(keys, id, Use::end_digest), language);
}

}  // namespace saved_searches
}  // namespace konbit
