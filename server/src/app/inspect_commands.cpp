// SPDX-License-Identifier: Apache-2.0
#include "app/inspect_commands.hpp"

#include "app/command_line.hpp"
#include "app/routes.hpp"
#include "app/runtime.hpp"
#include "core/log.hpp"

#include <fmt/core.h>

namespace konbit {

int migrate(const Config& config) {
    log::configure(config.logs_json ? log::Format::json : log::Format::plain, log::Level::info);
    const auto runtime = Runtime::open(config);
    return runtime ? 0 : complain(runtime.error());
}

int write_openapi(const Config&) {
    fmt::print("{}\n", api_description());
    return 0;
}

}  // namespace konbit
