// SPDX-License-Identifier: Apache-2.0
#pragma once

// What many features read, but what is edited often too: precompiled where everything is built at once (release and
// sanitizers), a fifth off that time. The edit loop does without, or a new field would compile the whole layer.

#include "features/accounts/account.hpp"
#include "features/app.hpp"
#include "features/clusters/cluster.hpp"
#include "features/externals/external.hpp"
#include "features/history/history.hpp"
#include "features/memberships/membership.hpp"
#include "features/networks/network_report.hpp"
#include "features/networks/wave_data.hpp"
#include "features/organizations/listing.hpp"
#include "features/organizations/organization.hpp"
#include "features/pages/words.hpp"
#include "features/people/person.hpp"
#include "features/permission/policies.hpp"
#include "features/profiles/profile.hpp"
#include "features/search/facet.hpp"
#include "features/surveys/series.hpp"
#include "features/surveys/survey.hpp"
#include "features/surveys/wave.hpp"
#include "features/texts/catalog.hpp"
#include "http/html.hpp"
