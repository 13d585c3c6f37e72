// Crashes: page.at(size - 1) throws std::out_of_range for "!" on an empty page.
#include <iostream>
#include <string>

int main() {
    std::string log, page;
    std::cin >> log;
    for (char key : log) {
        if (key == '<') {
            if (!page.empty()) page.pop_back();
        } else if (key == '!') {
            page.push_back(page.at(page.size() - 1));
        } else if (key == '#') {
            page.clear();
        } else {
            page.push_back(key);
        }
    }
    std::cout << (page.empty() ? "-" : page) << "\n";
}
