// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/services_file.hpp"

#include "core/log.hpp"
#include "core/text.hpp"
#include "http/address.hpp"

#include <fmt/core.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace konbit::oidc {

namespace {

constexpr std::size_t longest_id = 30;
constexpr std::string_view allowed_key = "outgoing_allowed";

std::unexpected<Error> refused(std::string reason) { return failure(ErrorCode::invalid, std::move(reason)); }

bool is_id(std::string_view id) {
    return !id.empty() && id.size() <= longest_id && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// Whoever else reaches the server could have it ask programs of its own machine.
bool is_reached_from_here_only(const Config& config) {
    const auto address = http::Address::parse(config.listen);
    return config.listen == "localhost" || (address && address->is_loopback());
}

Result<std::string> text_of(const toml::table& table, std::string_view id, std::string_view key) {
    const auto text = table[key].value<std::string>();
    if (!text || text->empty()) return refused(fmt::format("[{}] has no {}", id, key));
    return *text;
}

Result<std::string> secret_in(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::string secret = text::trim(std::string(std::istreambuf_iterator<char>(file), {}));
    if (secret.empty()) return refused(fmt::format("no secret in {}", path.string()));
    return secret;
}

Result<OidcProvider> read_provider(std::string_view id, const toml::table& table,
                                   const std::filesystem::path& folder, const http::OutgoingRules& rules) {
    if (!is_id(id)) return refused(fmt::format("[{}] is no lower-case name", id));
    OidcProvider provider;
    provider.id = id;
    KONBIT_TRY(provider.name, text_of(table, id, "name"));
    KONBIT_TRY(provider.issuer, text_of(table, id, "issuer"));
    KONBIT_TRY(provider.client_id, text_of(table, id, "client_id"));
    KONBIT_TRY(const std::string secret_file, text_of(table, id, "secret_file"));
    KONBIT_TRY(provider.client_secret, secret_in(folder / secret_file));
    const auto vouches = table["asks_two_factors"];
    if (vouches && !vouches.is_boolean())
        return refused(fmt::format("[{}] asks_two_factors is neither true nor false", id));
    provider.asks_two_factors = vouches.value_or(false);
    if (!rules.admitted(provider.issuer)) return refused(fmt::format("[{}] issuer: not asked there", id));
    return provider;
}

Result<http::OutgoingRules> read_rules(const toml::table& file, const Config& config) {
    const std::string allowed = file[allowed_key].value_or(std::string());
    if (!allowed.empty() && !is_reached_from_here_only(config))
        return refused("outgoing_allowed is for tests and serves on 127.0.0.1 only");
    return http::OutgoingRules::parse(allowed);
}

Result<Services> services_in(const toml::table& file, const Config& config) {
    Services services;
    KONBIT_TRY(services.rules, read_rules(file, config));
    for (const auto& [key, node] : file) {
        if (key.str() == allowed_key) continue;
        if (!node.is_table()) return refused(fmt::format("{} is no table", key.str()));
        KONBIT_TRY(auto provider, read_provider(key.str(), *node.as_table(), config.data, services.rules));
        services.providers.push_back(std::move(provider));
    }
    return services;
}

}  // namespace

Result<Services> read_services(const Config& config) {
    const auto path = config.data / services_file;
    if (!std::filesystem::exists(path)) return Services{};
    try {
        auto read = services_in(toml::parse_file(path.string()), config);
        if (!read) return refused(fmt::format("{}: {}", path.string(), read.error().reason));
        return read;
    } catch (const toml::parse_error& error) {
        return failure(ErrorCode::malformed, fmt::format("{}, line {}: {}", path.string(),
                                                         error.source().begin.line, error.description()));
    }
}

Result<Services> services_of(const Config& config) {
    auto services = read_services(config);
    if (services) return services;
    log::error("services of others cannot be read", {{"why", services.error().reason}});
    return failure(ErrorCode::unavailable, "services_unreadable");
}

Result<OidcProvider> find_provider(const Config& config, std::string_view id) {
    KONBIT_TRY(const Services services, services_of(config));
    const auto found = std::ranges::find(services.providers, id, &OidcProvider::id);
    if (found == services.providers.end()) return failure(ErrorCode::not_found, "provider");
    return *found;
}

}  // namespace konbit::oidc
