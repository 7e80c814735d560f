// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/provider_client.hpp"

#include "core/codec.hpp"
#include "features/fetch/fetch.hpp"
#include "features/oidc/services_file.hpp"
#include "http/url.hpp"
#include "json/value.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

namespace konbit::oidc {

namespace {

/// What one provider published.
struct Published {
    Endpoints endpoints{};
    Instant endpoints_at{};
    std::vector<SigningKey> keys{};
    Instant keys_at{};
};

/// Of all providers, by issuer; the network is never waited for inside.
class Cache {
  public:
    Published of(const OidcProvider& provider) {
        const std::lock_guard lock(mutex_);
        return known_[provider.issuer];
    }
    void keep_endpoints(const OidcProvider& provider, const Endpoints& endpoints, Instant now) {
        const std::lock_guard lock(mutex_);
        auto& known = known_[provider.issuer];
        known.endpoints = endpoints;
        known.endpoints_at = now;
    }
    void keep_keys(const OidcProvider& provider, const std::vector<SigningKey>& keys, Instant now) {
        const std::lock_guard lock(mutex_);
        auto& known = known_[provider.issuer];
        known.keys = keys;
        known.keys_at = now;
    }

  private:
    std::mutex mutex_;
    std::map<std::string, Published, std::less<>> known_;
};

Cache& cache() {
    static Cache all;
    return all;
}

Result<std::string> asked(const App& app, const fetch::Order& order) {
    KONBIT_TRY(const Services services, services_of(app.config));
    KONBIT_TRY(fetch::Reply reply, fetch::ask(services.rules, order));
    return std::move(reply.body);
}

std::optional<SigningKey> found_in(const std::vector<SigningKey>& keys, const SignedText& text) {
    const auto* key = key_of(text, keys);
    return key ? std::optional(*key) : std::nullopt;
}

/// With the alphabet and the padding of HTTP.
std::string base64(std::string_view bytes) {
    std::string text = codec::to_base64url(bytes);
    std::ranges::replace(text, '-', '+');
    std::ranges::replace(text, '_', '/');
    return text.append((4 - text.size() % 4) % 4, '=');
}

/// RFC 6749, section 2.3.1: both parts are encoded for forms before they are joined.
std::string basic(const OidcProvider& provider) {
    return "Basic " + base64(http::percent_encoded(provider.client_id) + ":" +
                             http::percent_encoded(provider.client_secret));
}

std::string form_of(const OidcProvider& provider, const Exchange& exchange, bool takes_basic) {
    std::string form = "grant_type=authorization_code&code=" + http::percent_encoded(exchange.code) +
                       "&redirect_uri=" + http::percent_encoded(exchange.redirect_uri) +
                       "&code_verifier=" + exchange.verifier;
    if (!takes_basic)
        form += "&client_id=" + http::percent_encoded(provider.client_id) +
                "&client_secret=" + http::percent_encoded(provider.client_secret);
    return form;
}

}  // namespace

Result<Endpoints> endpoints_of(const App& app, const OidcProvider& provider) {
    const Instant now = app.clock.now();
    const Published known = cache().of(provider);
    if (!known.endpoints.token.empty() && now - known.endpoints_at < published_limit_ms)
        return known.endpoints;
    KONBIT_TRY(const Services services, services_of(app.config));
    KONBIT_TRY(const std::string document, asked(app, {.url = discovery_url(provider)}));
    KONBIT_TRY(Endpoints found, read_discovery(document, provider, services.rules));
    cache().keep_endpoints(provider, found, now);
    return found;
}

Result<SigningKey> key_for(const App& app, const OidcProvider& provider, const SignedText& text) {
    const Instant now = app.clock.now();
    const Published known = cache().of(provider);
    const std::int64_t age_ms = now - known.keys_at;
    const auto key = found_in(known.keys, text);
    if (key && age_ms < published_limit_ms) return *key;
    if (!key && age_ms < keys_again_ms) return failure(ErrorCode::unauthenticated, "key");
    KONBIT_TRY(const Endpoints endpoints, endpoints_of(app, provider));
    KONBIT_TRY(const std::string document, asked(app, {.url = endpoints.keys}));
    const auto keys = signing_keys(document);
    cache().keep_keys(provider, keys, now);
    if (auto fresh = found_in(keys, text)) return *std::move(fresh);
    return failure(ErrorCode::unauthenticated, "key");
}

Result<std::string> exchanged(const App& app, const OidcProvider& provider, const Exchange& exchange) {
    KONBIT_TRY(const Endpoints endpoints, endpoints_of(app, provider));
    fetch::Order order{.url = endpoints.token, .form = form_of(provider, exchange, endpoints.takes_basic)};
    if (endpoints.takes_basic) order.authorization = basic(provider);
    KONBIT_TRY(const std::string answer, asked(app, order));
    const auto document = json::parse(answer);
    const auto token = document ? document->text("id_token") : std::nullopt;
    if (!token) return failure(ErrorCode::unavailable, "no_id_token");
    return std::string(*token);
}

}  // namespace konbit::oidc
