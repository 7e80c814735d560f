// SPDX-License-Identifier: Apache-2.0
#include "app/erasures_command.hpp"

#include "app/command_line.hpp"
#include "app/runtime.hpp"
#include "features/erasures/settling.hpp"

#include <fmt/core.h>

namespace konbit {

int apply_erasures(const Config& config, const std::string& journal) {
    // Opening does what the journal of the installation asks for; what is counted here is the other one.
    auto runtime = Runtime::open_existing(config);
    if (!runtime) return complain(runtime.error());
    const auto other = journal.empty() ? std::nullopt : std::optional<std::filesystem::path>(journal);
    if (other && !std::filesystem::exists(*other))
        return complain({ErrorCode::not_found, fmt::format("there is no journal at {}", journal), {}, {}});
    const auto settled = erasures::settle((*runtime)->app(), other);
    if (!settled) return complain(settled.error());
    fmt::print("erased again: {}; lines of the journal: {} new\n", settled->applied, settled->written);
    return 0;
}

}  // namespace konbit
