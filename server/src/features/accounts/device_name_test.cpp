// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/device_name.hpp"

#include <gtest/gtest.h>

namespace konbit::accounts {

TEST(DeviceName, SaysBrowserAndSystem) {
    EXPECT_EQ(device_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"),
              "Firefox, Windows");
    EXPECT_EQ(device_name("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
                          " Chrome/126.0.0.0 Mobile Safari/537.36"),
              "Chrome, Android");
    EXPECT_EQ(device_name("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
                          " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"),
              "Safari, iPhone");
}

TEST(DeviceName, RepeatsNothingThatWasSent) {
    EXPECT_EQ(device_name("Your account is locked, call 473-555-0100"), "");
    EXPECT_EQ(device_name(""), "");
}

}  // namespace konbit::accounts
