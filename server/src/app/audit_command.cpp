// SPDX-License-Identifier: Apache-2.0
#include "app/audit_command.hpp"

#include "app/command_line.hpp"
#include "app/routes.hpp"
#include "app/runtime.hpp"
#include "features/audit/check.hpp"
#include "features/audit/traces.hpp"
#include "features/audit/trail.hpp"

#include <fmt/core.h>

#include <fstream>
#include <iterator>

namespace konbit {

namespace {

/// What a broken place means, for an operator.
std::string_view explained(audit::AuditFault fault) {
    switch (fault) {
        case audit::AuditFault::changed:
            return "was changed after it was written";
        case audit::AuditFault::missing:
            return "entries before it are gone";
        case audit::AuditFault::unlinked:
            return "does not follow the entry before it: one of both was put in, replaced or moved";
        case audit::AuditFault::head:
            return "is not the head that was kept of this day";
        case audit::AuditFault::day:
            return "the head of the day before it is gone";
    }
    return "";
}

void print(const audit::AuditCheck& check) {
    for (const auto& each : check.breaks)
        fmt::print("BROKEN  node {}, {}, entry {}{}: {}\n", each.node, each.day, each.number,
                   each.id.empty() ? "" : " (" + each.id + ")", explained(each.fault));
    for (const auto& end : check.ends)
        fmt::print("node {}: entry {} of {}, head {}\n", end.node, end.number, end.day, end.head);
    fmt::print("{} entries followed, {}\n", check.entries,
               check.is_whole() ? "every chain is whole" : "not every chain is whole");
}

Result<std::vector<audit::AuditHead>> kept_heads(const Config& config, const std::filesystem::path& given) {
    auto heads = audit::heads_in(config.data / audit::audit_folder);
    if (given.empty()) return heads;
    std::ifstream file(given, std::ios::binary);
    if (!file) return failure(ErrorCode::not_found, given.string() + " cannot be read");
    const auto more = audit::heads_of_text(std::string{std::istreambuf_iterator<char>(file), {}});
    heads.insert(heads.end(), more.begin(), more.end());
    return heads;
}

/// The installation, with everything that was noted in its place in the chain.
Result<std::unique_ptr<Runtime>> opened(const Config& config) {
    KONBIT_TRY(auto runtime, Runtime::open_existing(config));
    KONBIT_CHECK(audit::take_in_notes(runtime->app().database, runtime->app().clock));
    return runtime;
}

}  // namespace

int verify_audit(const Config& config, const AuditVerification& wanted) {
    if (!wanted.from.empty() && !Date::parse(wanted.from))
        return complain({ErrorCode::invalid, wanted.from + " is no day: YYYY-MM-DD", {}, {}});
    const auto heads = kept_heads(config, wanted.heads);
    if (!heads) return complain(heads.error());
    auto runtime = opened(config);
    if (!runtime) return complain(runtime.error());
    const auto check = audit::check((*runtime)->app().database, wanted.from, *heads);
    print(check);
    return check.is_whole() ? 0 : 1;
}

int print_audit_heads(const Config& config) {
    auto runtime = opened(config);
    if (!runtime) return complain(runtime.error());
    const auto heads =
        (*runtime)->app().database.read([](db::Session& session) { return audit::heads(session, true); });
    fmt::print("{}", audit::text_of(heads));
    return 0;
}

int list_audited_routes(const Config&) {
    for (const auto* route : route_infos()) {
        const auto trace = audit::trace_of(*route);
        fmt::print("{} | {} | {} | {}\n", audit::name_of_route(*route), route->policy,
                   trace.action ? name_of(*trace.action) : "-", trace.page ? name_of(*trace.page) : "-");
    }
    return 0;
}

}  // namespace konbit
