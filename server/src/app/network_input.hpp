// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/network_csv.hpp"

#include <expected>
#include <string>
#include <vector>

namespace konbit {

/// Networks of the same members, one in each file of ties.
struct NetworkPaths {
    std::vector<std::string> edges;
    std::string nodes{};  ///< Empty: the members are those with a tie in some file.
    bool is_undirected = false;
    std::vector<std::string> answered{};  ///< Columns of `nodes` that say who answered: one, or one a file.
};

/// What was read, or one line that says which file, row and field is wrong.
template <class T>
using Read = std::expected<T, std::string>;

Read<std::string> file_contents(const std::string& path);
/// The file's name up to its first dot.
std::string name_of_file(const std::string& path);
/// Whether a cell says yes: 1, yes, true, y or x, in whatever case.
bool says_yes(std::string cell);

/// One network with its groups, and with strengths where the ties have weights.
/// @param group  A column of the members' file, or empty.
Read<network::NamedNetwork> read_network_files(const NetworkPaths& paths, const std::string& group = {});

/// All networks on the same numbering of members.
Read<std::vector<network::NamedNetwork>> read_networks(const NetworkPaths& paths);

/// Of each member, the text in a column of the members' file; empty cells are empty texts.
Read<std::vector<std::string>> read_column(const std::string& nodes, const std::string& column);

/// Of each member, whether the column says yes.
Read<std::vector<bool>> read_flags(const std::string& nodes, const std::string& column);

/// Of each member, the number in a column; a cell that holds none is refused.
Read<std::vector<double>> read_numbers(const std::string& nodes, const std::string& column);

}  // namespace konbit
