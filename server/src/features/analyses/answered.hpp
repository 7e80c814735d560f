// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/permutation.hpp"
#include "features/analyses/compute.hpp"
#include "features/networks/observation.hpp"

/// What all tests of a wave's network rest on: rows by name of those who answered.
namespace konbit::analyses {

/// All questions that take part.
std::vector<QuestionKey> questions_of(const AnalysisQuestion& asked);

/// Members whose answers to every question of it may be shown by name, in the earlier wave too if one is held
/// beside; their places.
std::vector<int> members_of(const AnalysisQuestion& asked, const Input& input);

/// The ties of a question among these members, on their numbering.
network::Graph graph_of(const networks::WaveData& data, QuestionKey key, const std::vector<int>& members);

/// In what a member is alike with others; empty where it is not known.
std::string value_of(const WaveMember& member, Likeness likeness);

/// For each of these members its place in the other wave, or -1.
std::vector<int> places_in(const networks::WaveData& other, const networks::WaveData& data,
                           const std::vector<int>& members);

network::Shuffles shuffles(int count, Watch& watch);

/// A result that says on what it rests.
AnalysisResult begun(const networks::WaveData& data, int members);

/// With a test, and the verdict that follows from it.
AnalysisResult tested(AnalysisResult result, const std::optional<network::PermutationTest>& test);

}  // namespace konbit::analyses
