// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/exchange.hpp"

#include <unordered_map>

/// What readers of all formats share.
namespace konbit::network {

/// A place in a file: its row, or line, and what stands there.
struct Place {
    int row = 0;
    std::string_view field;
};

/// @param value  What was found there, if that helps.
std::unexpected<Error> refused(const Place& place, std::string code, std::string_view value = {},
                               std::string file = "edges");

Result<double> number_in(std::string_view text, const Place& place);
/// A whole number from 0 to `most`.
Result<std::size_t> count_in(std::string_view text, const Place& place, std::size_t most);

/// Puts a document together, and refuses what is too much or does not fit.
class DocumentBuilder {
  public:
    explicit DocumentBuilder(Direction direction) { document_.direction = direction; }

    Result<int> add_actor(std::string_view id, const Place& place);
    /// Adds the actor when it is new.
    Result<int> find_or_add(std::string_view id, const Place& place);
    Result<int> find(std::string_view id, const Place& place) const;
    Result<bool> add_tie(int from, int to, double weight, const Place& place);
    Result<bool> set_value(int actor, const std::string& column, std::string value, const Place& place);
    int actor_count() const { return static_cast<int>(document_.ids.size()); }

    /// Gives actors other names, when each is there and none twice.
    void rename(std::vector<std::string> names);

    /// Undirected ties that were given both ways become one, with the larger weight.
    NetworkDocument take() &&;

  private:
    /// Columns are filled up to the last actor who has a value there, so that wide files cost what they hold.
    NetworkDocument document_;
    std::unordered_map<std::string, int> number_;
    std::unordered_map<std::string, std::size_t> column_;
};

}  // namespace konbit::network
