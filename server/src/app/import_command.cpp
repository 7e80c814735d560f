// SPDX-License-Identifier: Apache-2.0
#include "app/import_command.hpp"

#include "app/command_line.hpp"
#include "app/network_problem.hpp"
#include "app/runtime.hpp"
#include "features/accounts/account_store.hpp"
#include "features/files/durable_file.hpp"
#include "features/networks/import_network.hpp"

#include <fmt/core.h>

namespace konbit {

namespace {

Result<std::string> bytes_of(const std::string& path) {
    auto bytes = files::read_file(path);
    if (!bytes) return failure(ErrorCode::not_found, "there is no file " + path);
    return *std::move(bytes);
}

/// Nothing when nobody was named.
Result<std::optional<AccountId>> named_facilitator(App& app, const NetworkImport& import) {
    if (import.facilitator.empty()) return std::nullopt;
    const auto account = app.database.read(
        [&](db::Session& db) { return accounts::find_by_email(db, System::viewer(), import.facilitator); });
    if (!account) return failure(ErrorCode::not_found, "there is no account " + import.facilitator);
    return account->id;
}

Result<void> grant(App& app, const AccountId& account, const ClusterId& cluster) {
    const Grant facilitator{new_id<GrantId>(), account,       Role::facilitator,
                            Scope::cluster,    cluster.str(), app.clock.now()};
    return app.database.write([&](db::Session& db) { return accounts::insert(db, System{}, facilitator); });
}

Result<networks::ImportedNetwork> imported(App& app, const NetworkImport& import) {
    networks::NetworkSource source{.name = import.name,
                                   .country_code = import.country_code,
                                   .relation = import.relation,
                                   .is_undirected = import.is_undirected};
    KONBIT_TRY(source.edges, bytes_of(import.edges));
    KONBIT_TRY(source.nodes, bytes_of(import.nodes));
    KONBIT_TRY(const auto facilitator, named_facilitator(app, import));
    KONBIT_TRY(const auto made, networks::import_network(app, source));
    if (facilitator) KONBIT_CHECK(grant(app, *facilitator, made.cluster));
    return made;
}

/// What is wrong in one of the two files names file, row and column.
Error in_words(Error error, const NetworkImport& import) {
    if (error.fields.empty() || (error.reason != "edges" && error.reason != "nodes")) return error;
    return {error.code, problem_of_network(error, import.edges, import.nodes)};
}

std::string who_sees(const NetworkImport& import, const std::string& address) {
    if (import.facilitator.empty())
        return "Nobody may open it: no --facilitator was named. Its address is " + address;
    return import.facilitator + " sees it at " + address;
}

}  // namespace

int import_network(const Config& config, const NetworkImport& import) {
    auto runtime = Runtime::open_existing(config);
    if (!runtime) return complain(runtime.error());
    const auto made = imported((*runtime)->app(), import);
    if (!made) return complain(in_words(made.error(), import)) + 1;
    fmt::print("{}: {} members, {} ties. {}\n", import.name, made->members, made->ties,
               who_sees(import, fmt::format("{}/app/waves/{}/network", config.base_url, made->wave.view())));
    return 0;
}

}  // namespace konbit
