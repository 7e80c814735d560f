// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/keys/installation_keys.hpp"
#include "features/permission/capabilities.hpp"
#include "features/saved_searches/saved_search.hpp"

#include <string>
#include <string_view>

/// Addresses of a saved search that work without signing in. Nothing of a key is stored: it is made again
/// from the installation key, so that a dump of the database opens no feed.
namespace konbit::saved_searches {

/// What the holder of an address may do with the search.
enum class Use {
    follow,      ///< Read its feed.
    end_digest,  ///< End its weekly mail.
};

/// HMAC-SHA-256 of the search and the use, cut to 128 bits, in base 32.
std::string key_of(const InstallationKeys& keys, const SavedSearchId& id, Use use);

/// In the language of whoever follows it: feed readers name none.
std::string feed_url(std::string_view base_url, const InstallationKeys& keys, const SavedSearchId& id,
                     std::string_view language);
std::string unsubscribe_url(std::string_view base_url, const InstallationKeys& keys, const SavedSearchId& id,
                            std::string_view language);

}  // namespace konbit::saved_searches
