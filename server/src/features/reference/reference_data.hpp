// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/embedded_file.hpp"
#include "core/result.hpp"
#include "features/clusters/cluster.hpp"
#include "features/countries/country.hpp"
#include "features/organizations/organization.hpp"
#include "features/reference/term.hpp"

#include <span>
#include <string>
#include <vector>

namespace konbit {

/// What data/reference holds, read but not yet held against the rules (reference_loader.hpp does).
struct ReferenceData {
    std::vector<Term> terms;
    std::vector<TermName> names;
    std::vector<Country> countries;
    std::vector<Organization> organizations;  ///< Stubs of real ones, not claimed, with their source.
    std::vector<Cluster> clusters;            ///< The same for clusters.
    std::string sha256;                       ///< Of all files, to tell whether anything changed.
};

/// Reads terms.csv, names.<language>.csv, countries.csv, organizations.csv and clusters.csv.
/// @return The error of the first file that breaks a rule; its `reason` is the path of the file.
Result<ReferenceData> read_reference(std::span<const EmbeddedFile> files);

}  // namespace konbit
