// SPDX-License-Identifier: Apache-2.0
#include "app/demo.hpp"

#include "features/accounts/demo_accounts.hpp"
#include "features/reference/demo_directory.hpp"

namespace konbit {

Result<void> load_demo(App& app) {
    KONBIT_CHECK(load_demo_directory(app.database, app.clock.now()));
    return accounts::load_demo_accounts(app);
}

}  // namespace konbit
