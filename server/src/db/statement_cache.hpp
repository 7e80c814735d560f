// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace konbit::db {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Prepared statements of one connection by their SQL text. SQL that differs from call to call cannot fill
/// the memory: past `most` statements the cache starts anew.
template <class Prepared>
class StatementCache {
  public:
    static constexpr std::size_t most = 400;

    /// @return The statement, or null when it has not been prepared.
    Prepared* find(std::string_view sql) {
        const auto found = statements_.find(sql);
        return found == statements_.end() ? nullptr : &found->second;
    }
    bool is_full() const { return statements_.size() >= most; }
    Prepared& add(std::string_view sql, Prepared prepared) {
        return statements_.insert_or_assign(std::string(sql), std::move(prepared)).first->second;
    }
    /// Removes the statements that `may_go` lets go.
    template <class MayGo>
    void clear(MayGo&& may_go) {
        std::erase_if(statements_, [&](const auto& entry) { return may_go(entry.second); });
    }

  private:
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> statements_;
};

}  // namespace konbit::db
