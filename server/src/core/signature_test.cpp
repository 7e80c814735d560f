// SPDX-License-Identifier: Apache-2.0
#include "core/signature.hpp"

#include "core/codec.hpp"

#include <gtest/gtest.h>

namespace konbit::crypto {

namespace {

// Keys and signatures made by node's crypto, once.
constexpr std::string_view message = "between the islands";

std::string bytes(std::string_view text) { return codec::from_base64url(text).value(); }

TEST(Signature, OfP256Verifies) {
    const std::string x = bytes("oRRzZidvtAHXYQDjpYkYrEPk3ru74pzt1hUPa0-FWfU");
    const std::string y = bytes("veVZ7U_P84UCS0sHJi5teROFvFozQM9LiLcs_R0MbdE");
    const std::string signature = bytes(
        "MEUCIELmGZ3W8nkPerVEFxMAalDUTSaBavQAyNXS8vfwfHriAiEAsiTLqO1Cp-jrxn2pZNCwb6IVhacx84DMwF"
        "f3fBMavHg");
    EXPECT_TRUE(verifies(EcKey{x, y}, message, signature));
    EXPECT_FALSE(verifies(EcKey{x, y}, "between the island", signature));
    EXPECT_FALSE(verifies(EcKey{x, x}, message, signature)) << "not a point of the curve";
    EXPECT_FALSE(is_key(EcKey{x, x}));
    EXPECT_FALSE(is_key(EcKey{x, ""}));
    EXPECT_FALSE(verifies(EcKey{x, y}, message, ""));
}

TEST(Signature, OfRsaVerifies) {
    const std::string modulus = bytes(
        "zJgHjs_Zpu3P5G036phqz6mhtE2DAE1wY03nq5yUk8KF0xso65M7A1DaKxktpvWPp-abruVP_9HqhJ_fDrFbag"
        "vBqR4mi_cRy8pviVQGlGG2gUQAPydMZKe2M2QyRC6gk0nCIC_aq5e7OTP9Oy6qSMA9_ZOGNa1SJab4VlmYBR4n"
        "A7p4U9nEHoQO71xEp8pU6xVrJZfC-fCeGu5ZK_Qozck2baGb-SuTrO-0J7WFNQDiRA-KKYOfXvgw_jPjMxi4NQ"
        "cfdKg4LY3KYMJA6XDkCqMUh3EaJPqHL6nhM_Uh4sLekxEfNWYO7sW_DAgeMbw0q7Jjs1o6s4_IrQFGMzSLMw");
    const std::string signature = bytes(
        "dk9yiSi2CvAH_AE89b_qgHseUEY6G08PcKKWkhPZBUHAyj4fN0whH17CO-Ft0GE2GKIk2djJTQPFDVe5fHec_y"
        "8UxMc6PAQ2N6vBWpEV3pVQW9TXaqgBbAxLCsP8dxmf7tX-IVny4GoBc-jSkOV4gogatDbQ0-n_iIHsQcT89zzV"
        "R9WucbPa3ZOIwMj5PPpz-gFbXyHGTMGBfbD_gcW_bBRs8OgRbNNACI2Sg0HMZsDEe6mu_amZbToaxB-aW6cwIw"
        "3XRFNSa2x5h6DBjdWYGP3-mxLt4Xdfwhm-DxXsJNM179eS965YwV2XNJl7_bN7mp1sJE1RdyEJcg8eX6gtAQ");
    const RsaKey key{modulus, {"\x01\0\x01", 3}};
    EXPECT_TRUE(verifies(key, message, signature));
    EXPECT_FALSE(verifies(key, "another", signature));
    EXPECT_FALSE(is_key(RsaKey{std::string_view(modulus).substr(0, 128), "\x03"})) << "1,024 bits";
    EXPECT_FALSE(is_key(RsaKey{modulus, ""}));
}

TEST(Signature, OfEd25519Verifies) {
    const std::string x = bytes("jvcBWusy09CKheekUuc-rAn-lm8INiSIWwCrZqEYnQE");
    const std::string signature =
        bytes("y9LWQa7nML2MxHvE941mRQkKVgmSTg9IMDSxe_z_AWx6HOSVNV8BGQum1XLwoLr15nI-586nESVJQVvGZm9ADQ");
    EXPECT_TRUE(verifies(Ed25519Key{x}, message, signature));
    EXPECT_FALSE(verifies(Ed25519Key{x}, "another", signature));
    EXPECT_FALSE(is_key(Ed25519Key{"short"}));
}

}  // namespace

}  // namespace konbit::crypto
