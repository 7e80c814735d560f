// SPDX-License-Identifier: Apache-2.0
#include "features/saved_searches/search_key.hpp"

#include "core/codec.hpp"
#include "features/permission/policies.hpp"

#include <fmt/core.h>

namespace konbit {

namespace {

constexpr std::size_t key_bytes = 16;

/// @return True when the request's `key` is the one of this search and use.
bool holds_key(const App& app, const http::Request& request, const SavedSearchId& id,
               saved_searches::Use use) {
    return crypto::equal(request.query.first("key"), saved_searches::key_of(app.keys, id, use));
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
    const std::string message = fmt::format("{}:{}", use == Use::follow ? "feed" : "unsubscribe", id.view());
    const crypto::Key key = keys.derive("saved searches");
    return codec::to_base32(crypto::hmac_sha256(key.view(), message).substr(0, key_bytes));
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
