// SPDX-License-Identifier: Apache-2.0
#include "http/form.hpp"

#include <gtest/gtest.h>

namespace konbit::http {
namespace {

struct Note {
    std::string text;
    std::optional<std::string> email;

    static constexpr auto fields() {
        return std::tuple{field("text", &Note::text), field("email", &Note::email)};
    }
};

TEST(Form, ReadsItsFieldsAndEndsLinesAlike) {
    const auto note = read_form<Note>(FormBody{"text=a+b%0D%0Ac%26d&email=&unknown=1", ""});
    ASSERT_TRUE(note);
    EXPECT_EQ(note->text, "a b\nc&d");
    EXPECT_EQ(note->email, std::nullopt);
}

TEST(Form, NamesAFieldThatIsMissing) {
    const auto note = read_form<Note>(FormBody{"email=a%40b.example", ""});
    ASSERT_FALSE(note);
    EXPECT_EQ(note.error().fields.front(), (FieldError{"/text", "required", {}}));
}

TEST(Form, RefusesABrokenEscape) {
    EXPECT_EQ(read_form<Note>(FormBody{"text=%zz", ""}).error().code, ErrorCode::malformed);
}

}  // namespace
}  // namespace konbit::http
