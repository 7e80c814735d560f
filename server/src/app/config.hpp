// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/backups/backup_job.hpp"
#include "http/tls.hpp"

#include <map>
#include <string>
#include <vector>

namespace konbit {

/// What only the process that serves needs besides.
struct ServeConfig : Config {
    http::TlsFiles tls;            ///< Empty: plain HTTP, behind a proxy.
    bool hsts_subdomains = false;  ///< Every name below that of base_url is reached by https only, too.
    int redirect_port = 0;         ///< Answers plain HTTP with the way to https; 0: nothing does.
    backups::Plan backup;
    std::string audit_heads_to;  ///< Address of the weekly heads of the audit log; empty: the administrators.
};

/// Settings by name, as texts: from flags, from the environment or from the configuration file.
using Settings = std::map<std::string, std::string, std::less<>>;

/// One thing an operator can set: `name` in konbit.toml, KONBIT_NAME in the environment, --name on the
/// command line.
struct Setting {
    std::string_view name;  ///< Lower snake case; a flag has hyphens instead.
    std::string_view help;
    Result<void> (*apply)(ServeConfig& config, const std::string& value);
};

/// All of them, in the order of the help page.
const std::vector<Setting>& settings();

/// The settings of the environment's KONBIT_* variables.
Settings settings_of_environment();

/// The settings of a TOML file; none when there is no such file.
/// @return ErrorCode::malformed naming the line when it is no TOML, ErrorCode::invalid for a setting nobody
/// knows.
Result<Settings> settings_of_file(const std::filesystem::path& path);

/// What holds in the end: flags before environment before DATA/konbit.toml before defaults.
/// @return ErrorCode::invalid when a value cannot be what it says, or the demonstration is asked for on an
/// address
///         that others can reach.
Result<ServeConfig> configured(const Settings& flags, const Settings& environment);

}  // namespace konbit
