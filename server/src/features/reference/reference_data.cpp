// SPDX-License-Identifier: Apache-2.0
#include "features/reference/reference_data.hpp"

#include "core/crypto.hpp"
#include "features/reference/record_reader.hpp"

namespace konbit {

namespace {

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

}  // namespace

Result<ReferenceData> read_reference(std::span<const EmbeddedFile> files) {
    ReferenceData data;
    KONBIT_TRY(data.terms, records_of<Term>(files, "terms.csv"));
    KONBIT_TRY(data.names, read_names(files));
    KONBIT_TRY(data.countries, records_of<Country>(files, "countries.csv"));
    KONBIT_TRY(data.organizations, records_of<Organization>(files, "organizations.csv"));
    KONBIT_TRY(data.clusters, records_of<Cluster>(files, "clusters.csv"));
    std::string all;
    for (const auto& file : files) (all += file.path) += file.bytes;
    data.sha256 = crypto::sha256_hex(all);
    return data;
}

}  // namespace konbit
