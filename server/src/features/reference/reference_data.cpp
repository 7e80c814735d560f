// SPDX-License-Identifier: Apache-2.0
#include "features/reference/reference_data.hpp"

#include "core/crypto.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/reference/record_reader.hpp"

namespace konbit {

namespace {

constexpr int far_year = 9999;  // Our own files are reviewed; what is in the future depends on the day of the start.

Result<std::string_view> bytes_of(std::span<const EmbeddedFile> files, std::string_view path) {
    if (const auto bytes = find_embedded(files, path)) return *bytes;
    return failure(ErrorCode::not_found, std::string(path));
}

template <class T>
Result<std::vector<T>> records_of(std::span<const EmbeddedFile> files, std::string_view path) {
    KONBIT_TRY(const std::string_view bytes, bytes_of(files, path));
    auto read = read_records<T>(bytes);
    if (!read) return failure(read.error().code, std::string(path), read.error().fields);
    std::vector<T> all;
    for (auto& each : *read) all.push_back(std::move(each.record));
    return all;
}

/// "names.fr.csv" -> "fr"; empty for every other path.
std::string_view language_of(std::string_view path) {
    if (!path.starts_with("names.") || !path.ends_with(".csv")) return {};
    return path.substr(6, path.size() - 10);
}

Result<std::vector<TermName>> read_names(std::span<const EmbeddedFile> files) {
    std::vector<TermName> all;
    for (const auto& file : files) {
        const auto language = language_of(file.path);
        if (language.empty()) continue;
        KONBIT_TRY(auto names, records_of<TermName>(files, file.path));
        for (auto& name : names) {
            name.language = language;
            all.push_back(std::move(name));
        }
    }
    return all;
}

Result<std::vector<Organization>> read_organizations(std::span<const EmbeddedFile> files) {
    KONBIT_TRY(auto all, records_of<Organization>(files, "organizations.csv"));
    for (auto& each : all) {
        KONBIT_TRY(each, checked(std::move(each), far_year));
    }
    return all;
}

Result<std::vector<Cluster>> read_clusters(std::span<const EmbeddedFile> files) {
    KONBIT_TRY(auto all, records_of<Cluster>(files, "clusters.csv"));
    for (auto& each : all) {
        KONBIT_TRY(each, checked(std::move(each)));
    }
    return all;
}

}  // namespace

Result<ReferenceData> read_reference(std::span<const EmbeddedFile> files) {
    ReferenceData data;
    KONBIT_TRY(data.terms, records_of<Term>(files, "terms.csv"));
    KONBIT_TRY(data.names, read_names(files));
    KONBIT_TRY(data.countries, records_of<Country>(files, "countries.csv"));
    KONBIT_TRY(data.organizations, read_organizations(files));
    KONBIT_TRY(data.clusters, read_clusters(files));
    std::string all;
    for (const auto& file : files) (all += file.path) += file.bytes;
    data.sha256 = crypto::sha256_hex(all);
    return data;
}

}  // namespace konbit
