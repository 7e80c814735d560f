// SPDX-License-Identifier: Apache-2.0
#include "app/config.hpp"

#include "features/mail/mail.hpp"

#include <fmt/core.h>
#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace konbit {

namespace {

std::unexpected<Error> refused(std::string reason) { return failure(ErrorCode::invalid, std::move(reason)); }

template <class Member>
Result<void> set_text(ServeConfig& config, Member member, const std::string& value) {
    config.*member = value;
    return {};
}

Result<void> set_path(std::filesystem::path& path, const std::string& value) {
    path = value;
    return {};
}

Result<void> set_flag(bool& flag, const std::string& value) {
    if (value != "true" && value != "false")
        return refused(fmt::format("\"{}\" is neither true nor false", value));
    flag = value == "true";
    return {};
}

Result<void> set_number(int& number, const std::string& value, int most, std::string_view what) {
    int read = -1;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
    if (error != std::errc{} || end != value.data() + value.size() || read < 0 || read > most)
        return refused(fmt::format("\"{}\" is no {}: a number from 0 to {}", value, what, most));
    number = read;
    return {};
}

bool is_loopback(std::string_view address) {
    return address == "::1" || address == "localhost" || address.starts_with("127.");
}

Result<void> apply(ServeConfig& config, const Settings& given) {
    for (const auto& [name, value] : given) {
        const auto setting = std::ranges::find(settings(), name, &Setting::name);
        if (setting == settings().end()) return refused(fmt::format("there is no setting \"{}\"", name));
        if (auto applied = setting->apply(config, value); !applied)
            return refused(fmt::format("{}: {}", name, applied.error().reason));
    }
    return {};
}

}  // namespace

const std::vector<Setting>& settings() {
    static const std::vector<Setting> all{
        {"data", "folder of the database, keys and files (var)",
         [](ServeConfig& c, const std::string& v) { return set_text(c, &Config::data, v); }},
        {"listen", "address to listen on (127.0.0.1)",
         [](ServeConfig& c, const std::string& v) { return set_text(c, &Config::listen, v); }},
        {"port", "port to listen on (8080)",
         [](ServeConfig& c, const std::string& v) { return set_number(c.port, v, 65535, "port"); }},
        {"database", "postgres://… instead of the embedded database",
         [](ServeConfig& c, const std::string& v) { return set_text(c, &Config::database_url, v); }},
        {"base_url", "how users reach it, such as https://konbit.example",
         [](ServeConfig& c, const std::string& v) { return set_text(c, &Config::base_url, v); }},
        {"key_file", "installation key outside the data folder",
         [](ServeConfig& c, const std::string& v) { return set_text(c, &Config::key_file, v); }},
        {"smtp_url", "smtp:// or smtps:// with user and password; mail stays in the outbox without it",
         [](ServeConfig& c, const std::string& v) { return set_text(c, &Config::smtp_url, v); }},
        {"mail_from", "sender of mail",
         [](ServeConfig& c, const std::string& v) { return set_text(c, &Config::mail_from, v); }},
        {"trusted_proxies", "addresses of proxies whose forwarded headers are believed, separated by commas",
         [](ServeConfig& c, const std::string& v) { return set_text(c, &Config::trusted_proxies, v); }},
        {"requests_per_minute",
         "requests to the API of one account or personal link; the other limits keep their proportion (600)",
         [](ServeConfig& c, const std::string& v) {
             return set_number(c.requests_per_minute, v, 1'000'000'000, "number of requests");
         }},
        {"tls_certificate", "chain of certificates (PEM) to serve https itself; else a proxy does",
         [](ServeConfig& c, const std::string& v) { return set_path(c.tls.certificate, v); }},
        {"tls_key", "private key of the certificate (PEM, mode 0600)",
         [](ServeConfig& c, const std::string& v) { return set_path(c.tls.key, v); }},
        {"hsts_subdomains", "browsers use https alone for every name below this one as well (false)",
         [](ServeConfig& c, const std::string& v) { return set_flag(c.hsts_subdomains, v); }},
        {"redirect_port", "port, such as 80, that sends visitors on to https (none)",
         [](ServeConfig& c, const std::string& v) { return set_number(c.redirect_port, v, 65535, "port"); }},
        {"backup_folder", "where a backup is put every day (none)",
         [](ServeConfig& c, const std::string& v) { return set_path(c.backup.destination.to, v); }},
        {"backup_keys_folder", "where the keys are put with it: elsewhere (none)",
         [](ServeConfig& c, const std::string& v) { return set_path(c.backup.destination.keys_to, v); }},
        {"backup_keep", "how many daily backups are kept (14)",
         [](ServeConfig& c, const std::string& v) -> Result<void> {
             int keep = 0;
             KONBIT_CHECK(set_number(keep, v, 10'000, "number of backups"));
             if (keep == 0) return refused("at least one backup is kept");
             c.backup.keep = static_cast<std::size_t>(keep);
             return {};
         }},
        {"demand_second_factor",
         "accounts with an office do nothing by one factor alone but set up another (true; false with demo)",
         [](ServeConfig& c, const std::string& v) { return set_flag(c.demand_second_factor, v); }},
        {"audit_heads_to", "who gets the heads of the audit log every week (the administrators)",
         [](ServeConfig& c, const std::string& v) -> Result<void> {
             if (!mail::is_address(v)) return refused(fmt::format("\"{}\" is no address", v));
             return set_text(c, &ServeConfig::audit_heads_to, v);
         }},
        {"logs_json", "log one JSON object per line (false)",
         [](ServeConfig& c, const std::string& v) { return set_flag(c.logs_json, v); }},
        {"demo",
         "invented demonstration data, its accounts and the development mailbox; loopback only (false)",
         [](ServeConfig& c, const std::string& v) { return set_flag(c.is_demo, v); }},
    };
    return all;
}

Settings settings_of_environment() {
    Settings found;
    for (const auto& setting : settings()) {
        std::string variable = "KONBIT_" + std::string(setting.name);
        std::ranges::transform(variable, variable.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
        if (const char* value = std::getenv(variable.c_str())) found.emplace(setting.name, value);
    }
    return found;
}

Result<Settings> settings_of_file(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) return Settings{};
    try {
        Settings found;
        for (const auto& [key, node] : toml::parse_file(path.string())) {
            const auto text = node.value<std::string>();
            const auto number = node.value_exact<std::int64_t>();
            const auto flag = node.value_exact<bool>();
            if (flag)
                found.emplace(key.str(), *flag ? "true" : "false");
            else if (number)
                found.emplace(key.str(), std::to_string(*number));
            else if (text)
                found.emplace(key.str(), *text);
            else
                return refused(
                    fmt::format("{}: \"{}\" is no text, number or truth value", path.string(), key.str()));
        }
        return found;
    } catch (const toml::parse_error& error) {
        return failure(ErrorCode::malformed, fmt::format("{}, line {}: {}", path.string(),
                                                         error.source().begin.line, error.description()));
    }
}

Result<ServeConfig> configured(const Settings& flags, const Settings& environment) {
    ServeConfig config;
    config.demand_second_factor = true;
    // The file lies in the data folder, so that one setting is needed before it is read.
    if (const auto data = environment.find("data"); data != environment.end()) config.data = data->second;
    if (const auto data = flags.find("data"); data != flags.end()) config.data = data->second;

    KONBIT_TRY(const Settings file, settings_of_file(config.data / "konbit.toml"));
    // Everybody knows the passwords of a demonstration: a factor that one visitor sets up shuts out the next.
    bool is_said = false;
    for (const auto& given : {file, environment, flags}) {
        KONBIT_CHECK(apply(config, given));
        is_said = is_said || given.contains("demand_second_factor");
    }
    if (config.is_demo && !is_said) config.demand_second_factor = false;

    if (config.is_demo && !is_loopback(config.listen))
        return refused("the demonstration has known passwords and serves on 127.0.0.1 only");
    if (config.tls.certificate.empty() != config.tls.key.empty())
        return refused("tls_certificate and tls_key belong together: name both or neither");
    if (config.redirect_port != 0 && !config.tls.is_given())
        return refused("redirect_port sends visitors on to https, which needs tls_certificate");
    if (config.base_url.empty())
        config.base_url =
            fmt::format("{}://{}:{}", config.tls.is_given() ? "https" : "http", config.listen, config.port);
    while (config.base_url.ends_with('/')) config.base_url.pop_back();
    return config;
}

}  // namespace konbit
