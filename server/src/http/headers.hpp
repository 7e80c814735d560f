// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace konbit::http {

/// True when the two are equal without regard to ASCII case.
bool same_ignoring_case(std::string_view a, std::string_view b);

/// Header fields in the order in which they came; names compare without regard to case.
class Headers {
  public:
    void add(std::string_view name, std::string_view value) { fields_.emplace_back(name, value); }
    /// Replaces every field of that name by one.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);

    /// @return The first value of that name, or an empty text.
    std::string_view get(std::string_view name) const;
    bool has(std::string_view name) const { return count(name) > 0; }
    std::size_t count(std::string_view name) const;

    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace konbit::http
