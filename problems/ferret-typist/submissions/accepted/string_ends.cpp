// std::string with push_back and pop_back.
#include <iostream>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::string log, page;
    std::cin >> log;
    for (char key : log) {
        if (key == '<') {
            if (!page.empty()) page.pop_back();
        } else if (key == '!') {
            if (!page.empty()) page.push_back(page.back());
        } else if (key == '#') {
            page.clear();
        } else {
            page.push_back(key);
        }
    }
    std::cout << (page.empty() ? "-" : page) << "\n";
}
