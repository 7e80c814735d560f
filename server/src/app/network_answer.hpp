// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/permutation.hpp"
#include "json/value.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit {

/// What a command found, in the order of its output: names with numbers, texts, or further answers.
class NetworkAnswer {
  public:
    /// A value that is not finite is null.
    void add(std::string name, double value);
    void add(std::string name, const std::optional<double>& value);
    void add(std::string name, std::string text);
    void add(std::string name, NetworkAnswer part);
    void add(std::string name, const std::vector<NetworkAnswer>& list);
    void add(std::string name, const std::vector<std::string>& list);

    std::string as_json() const;
    /// For people: one line for each value, names of parts before it.
    std::string as_lines() const;

  private:
    json::Value value() const { return json::Value(members_); }

    json::Value::Object members_;
};

/// `{"observed":…,"mean":…,"sd":…,"p_ge":…,"p_le":…,"permutations":…}`; an undefined test has no members.
NetworkAnswer answer_of(const std::optional<network::PermutationTest>& test);

}  // namespace konbit
