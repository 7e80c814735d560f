// SPDX-License-Identifier: Apache-2.0
#include "features/people/person_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::people {
namespace {

using ::testing::ElementsAre;

const Date today = *Date::of(2026, 10, 20);

Person named(std::string name) {
    Person person;
    person.name = std::move(name);
    prepare(person);
    return person;
}

TEST(PersonRules, AcceptAPersonOfWhomOnlyTheNameIsKnown) {
    EXPECT_TRUE(checked(named("  Irma Valmond "), today));
    EXPECT_EQ(checked(named("  Irma Valmond "), today)->name, "Irma Valmond");
}

TEST(PersonRules, ReportEveryBrokenFieldAtOnce) {
    Person person;
    person.email = "irma at home";
    person.phone = "the shop";
    person.language = "xx";
    person.consent = ContactConsent::given;
    const auto result = checked(person, today);
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().fields,
                ElementsAre(FieldError{"/name", "required"}, FieldError{"/email", "not_an_email"},
                            FieldError{"/phone", "not_a_phone"}, FieldError{"/language", "unknown_code"},
                            FieldError{"/consent_on", "required"}));
}

TEST(PersonRules, KnowNoDayOfAConsentThatNobodyAskedFor) {
    Person person = named("Irma Valmond");
    person.consent_on = today;
    EXPECT_FALSE(checked(person, today)->consent_on);
}

// The last eight digits: with and without the country and area code of Dominica.
TEST(PersonRules, RecognizeATelephoneHoweverItIsWritten) {
    EXPECT_EQ(phone_digits_of("+1 (767) 555-0123"), "75550123");
    EXPECT_EQ(phone_digits_of("767-555-0123"), "75550123");
    EXPECT_EQ(phone_digits_of("555-0123"), "5550123");
    EXPECT_FALSE(phone_digits_of("0123"));
}

TEST(PersonRules, TellOneHumanBeingFromAnother) {
    Person shanelle = named("Shanelle Joseph");
    shanelle.email = "Shanelle@M02.example";
    prepare(shanelle);
    Person same_address = named("S. Joseph");
    same_address.email = "shanelle@m02.example ";
    prepare(same_address);
    EXPECT_TRUE(is_same_human(shanelle, same_address));
    EXPECT_TRUE(is_same_human(shanelle, named("SHANELLE JOSEPH")));
    EXPECT_FALSE(is_same_human(shanelle, named("Shanelle Baptiste")));
    EXPECT_FALSE(is_same_human(named(""), named("")));
}

}  // namespace
}  // namespace konbit::people
