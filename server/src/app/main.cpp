// SPDX-License-Identifier: Apache-2.0
#include "app/network_command.hpp"

#include <iostream>
#include <string_view>

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "network")
        return konbit::run_network_command(argc, argv, std::cout, std::cerr);
    std::cerr << "usage: konbit network report EDGES.csv [--nodes NODES.csv]\n";
    return 2;
}
