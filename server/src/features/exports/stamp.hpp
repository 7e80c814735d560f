// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/exports/export.hpp"
#include "features/pages/words.hpp"

/// What a file says of itself.
namespace konbit::exports {

/// Who took it out, for what, under which consent, of which wave, how many answered, and what its table
/// hashes to; of a file for research also under which agreement.
StampedExport stamped(db::Session& db, Export file, const pages::Words& words);

/// Whether a text is a SHA-256 as we write them.
bool is_sha256(std::string_view text);

}  // namespace konbit::exports
