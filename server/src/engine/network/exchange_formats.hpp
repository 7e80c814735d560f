// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/exchange.hpp"

/// One reader and one writer for each format; read_document() and write_document() choose among them.
namespace konbit::network {

Result<NetworkDocument> read_pairs(std::string_view bytes, Direction direction,
                                   std::optional<std::string_view> members);
Result<NetworkDocument> read_matrix(std::string_view bytes, Direction direction);
Result<NetworkDocument> read_graphml(std::string_view bytes);
Result<NetworkDocument> read_gexf(std::string_view bytes);
Result<NetworkDocument> read_pajek(std::string_view bytes);
Result<NetworkDocument> read_dl(std::string_view bytes, Direction direction);
Result<NetworkDocument> read_vna(std::string_view bytes, Direction direction);

void write_pairs(const NetworkDocument& document, std::ostream& out);
void write_matrix(const NetworkDocument& document, std::ostream& out);
void write_graphml(const NetworkDocument& document, std::ostream& out);
void write_gexf(const NetworkDocument& document, std::ostream& out);
void write_pajek(const NetworkDocument& document, std::ostream& out);
void write_dl(const NetworkDocument& document, std::ostream& out);
void write_vna(const NetworkDocument& document, std::ostream& out);

}  // namespace konbit::network
