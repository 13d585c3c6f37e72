#include <iostream>
#include <stdexcept>
#include <vector>
int main() {
    std::string what;
    std::cin >> what;
    if (what == "exit") return 3;
    if (what == "crash") throw std::runtime_error("crashed");
    if (what == "loop") for (volatile int i = 0;; i = i + 1) ;
    std::vector<int> kept;
    for (;;) kept.push_back(1);
}
