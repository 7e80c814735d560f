// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/pages/frame.hpp"
#include "features/who_sees/who_sees.hpp"
#include "features/who_sees/who_sees_store.hpp"

namespace konbit::who_sees {

/// The page that consent links to, and that the facilitator looks at before the wave opens.
pages::Content page_of(const pages::Words& words, const AskedWave& wave, const WhoSees& seen,
                       std::string path);

}  // namespace konbit::who_sees
