// Any row in which nobody whispers is right.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "row.h"

static std::string feedback;

[[noreturn]] static void reject(const std::string &why) {
    std::ofstream(feedback + "teammessage.txt") << why << '\n';
    exit(43);
}

int main(int, char **argv) {
    std::ifstream input(argv[1]), answer(argv[2]);
    feedback = argv[3];
    long n;
    std::string first, word;
    if (!(input >> n) || !(answer >> first)) return 1;
    if (!(std::cin >> word)) reject("there is no output");
    if (word == "impossible") {
        if (first != "impossible") reject("there is a row");
        if (std::cin >> word) reject("there is more after 'impossible'");
        return 42;
    }

    std::vector<long> row;
    do {
        char *end;
        row.push_back(strtol(word.c_str(), &end, 10));
        if (*end != 0) reject("place " + std::to_string(row.size()) + ": no number");
        if ((long)row.size() > n) reject("the row is too long");
    } while (std::cin >> word);
    if (auto fault = fault_of(row, n); !fault.empty()) reject(fault);
    if (first == "impossible") return 1; // then the judges were wrong
    return 42;
}
