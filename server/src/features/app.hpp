// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.hpp"

#include <filesystem>
#include <string>

namespace konbit {

namespace db {
class Database;
}
class Catalog;
class InstallationKeys;
class RequestLimits;
struct ApiTable;
struct WebFiles;

/// What the operator decided: flags, then KONBIT_* variables, then DATA/konbit.toml, then these defaults.
struct Config {
    std::filesystem::path data = "var";
    std::string listen = "127.0.0.1";
    int port = 8080;
    std::string database_url;        ///< postgres://…; empty for DATA/konbit.sqlite.
    std::string base_url;            ///< How users reach it, no trailing slash; links in mail begin with it.
    bool is_demo = false;            ///< Demonstration accounts and the development mailbox; loopback only.
    std::string smtp_url;            ///< smtp://… or smtps://…; empty keeps mail in the outbox.
    std::string mail_from;           ///< Sender of mail.
    std::string trusted_proxies;     ///< Addresses separated by commas.
    std::filesystem::path key_file;  ///< The installation key, when it is not in DATA/keys.
    int requests_per_minute =
        600;  ///< Of one visitor, to /api/; the other allowances follow (http/gate.hpp).
    bool demand_second_factor = false;  ///< Of accounts with an office (accounts/office.hpp); a server does.
    bool logs_json = false;
};

/// What every handler gets: the parts of the running program. They outlive every request.
struct App {
    db::Database& database;
    const Clock& clock;
    const Config& config;
    const Catalog& texts;
    const InstallationKeys& keys;
    RequestLimits& limits;
    const WebFiles& web;
    const ApiTable& api;
};

}  // namespace konbit
