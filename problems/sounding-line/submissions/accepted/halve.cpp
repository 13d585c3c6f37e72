#include <iostream>
#include <string>

int main() {
    long low = 1, high;
    std::cin >> high;
    while (low < high) {
        long x = (low + high) / 2;
        std::cout << "? " << x << std::endl;
        std::string answer;
        std::cin >> answer;
        if (answer == "touches") low = high = x;
        else if (answer == "deeper") low = x + 1;
        else high = x - 1;
    }
    std::cout << "! " << low << std::endl;
}
