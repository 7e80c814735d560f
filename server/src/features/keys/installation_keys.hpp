// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/result.hpp"
#include "features/keys/key_file.hpp"

#include <filesystem>
#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

namespace konbit {

/// The secret of this installation. It lies outside the database, so that a dump holds neither a usable
/// personal link nor a readable sealed answer. Losing it loses both: it belongs into the backup, kept apart.
///
/// After a rotation former keys stand behind the newest one: what they made is still recognized and opened
/// until nothing needs them (features/keys/rotation.hpp, docs/operators/keys.md). Another process may rotate
/// while this one serves: the file is read again when it has changed. Safe to use from every thread.
class InstallationKeys {
  public:
    /// What to do where no key lies.
    enum class Absent {
        make,     ///< On the first start; not where a file was named, which may be mistyped.
        refuse,   ///< There was one.
        replace,  ///< It is lost for good.
    };

    /// Reads the key, or makes it on the first start (mode 0600).
    /// @param folder    DATA/keys; made with mode 0700 when missing. Keys of waves lie here as well.
    /// @param key_file  Where the key lies when not in the folder (KONBIT_KEY_FILE); it must exist then.
    /// @return ErrorCode::unavailable, with words for an operator, when the file is missing though named, is
    /// damaged, or others may read it.
    static Result<InstallationKeys> open(const std::filesystem::path& folder,
                                         const std::filesystem::path& key_file = {},
                                         Absent absent = Absent::make);

    /// The newest key for one purpose, with which things are made; different purposes have unrelated keys.
    crypto::Key derive(std::string_view purpose) const;

    /// The newest and then the former keys for one purpose: what was made is checked against each.
    std::vector<crypto::Key> derive_all(std::string_view purpose) const;

    /// The first thing other than nothing or false that `work(key)` gives, from the newest key on; `work`
    /// gives a bool or an optional.
    template <class Work>
    auto first(std::string_view purpose, Work&& work) const
        -> std::invoke_result_t<Work&, const crypto::Key&> {
        using Found = std::invoke_result_t<Work&, const crypto::Key&>;
        static_assert(!std::is_constructible_v<Found, std::unexpected<Error>>,
                      "a Result{} would be a success");
        for (const auto& key : derive_all(purpose))
            if (auto found = work(key)) return found;
        return {};
    }

    /// A key that rotation leaves alone, for marks of what is known no more (an erased address, a used code):
    /// they cannot be made anew, and open nothing. Only for purposes listed in installation_keys.cpp.
    crypto::Key lasting(std::string_view purpose) const;

    /// The newest first; never empty.
    std::vector<keys::KeyLabel> labels() const;

    /// Puts a new key in front of the present ones; what is sealed is moved afterwards.
    /// @throws std::system_error  When the file cannot be written.
    keys::KeyLabel add(Instant now) const;

    /// Takes a former key out for good. Nothing may need it any more.
    /// @throws std::system_error  When the file cannot be written.
    void drop(std::string_view id) const;

    /// Seals the lasting keys by the newest key. @return Whether they were not.
    bool move_lasting() const;

    const std::filesystem::path& folder() const;
    /// Where the key lies.
    const std::filesystem::path& file() const;

  private:
    class Ring;
    explicit InstallationKeys(std::shared_ptr<Ring> ring) : ring_(std::move(ring)) {}
    std::shared_ptr<Ring> ring_;
};

}  // namespace konbit
