// SPDX-License-Identifier: Apache-2.0
#include "features/reference/record_reader.hpp"

#include "features/clusters/cluster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using testing::ElementsAre;

TEST(RecordReader, FillsFieldsListsAndTranslationsByTheNamesOfColumns) {
    const auto read = read_records<Cluster>(
        "slug,name,country_code,countries,latitude,stage,description_en,description_fr,ref\n"
        "spice,Spice Cluster,GD,GD LC,12.05,s3,Spices,,W1\n");
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 1U);
    const Cluster& cluster = read->front().record;
    EXPECT_THAT(cluster.countries, ElementsAre("GD", "LC"));
    EXPECT_EQ(cluster.latitude, 12.05);
    EXPECT_EQ(cluster.stage, Stage::s3);
    EXPECT_EQ(cluster.description.texts.size(), 1U);
    EXPECT_EQ(read->front().others.find("ref")->second, "W1");
}

TEST(RecordReader, KeepsTheDefaultOfAnEmptyCell) {
    const auto read = read_records<Cluster>("name,stage,locality\nSpice,,\n");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->front().record.stage, Stage::s0);
    EXPECT_EQ(read->front().record.locality, std::nullopt);
}

TEST(RecordReader, NamesTheCellThatAFieldCannotHold) {
    const auto read = read_records<Cluster>("name,stage\nSpice,s9\n");
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().fields, ElementsAre(FieldError{"row:2/stage", "not_allowed"}));
}

}  // namespace
}  // namespace konbit
