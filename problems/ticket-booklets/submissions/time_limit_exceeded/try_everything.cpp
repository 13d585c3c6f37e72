// Too slow: recursion over all orders of booklets without a memo, exponential.
#include <algorithm>
#include <iostream>
#include <vector>

static std::vector<int> sizes;
static const int none = 1 << 29;

static int fewest(int t) {
    if (t == 0) return 0;
    int best = none;
    for (int s : sizes)
        if (s <= t) best = std::min(best, fewest(t - s) + 1);
    return best;
}

int main() {
    int k, t;
    std::cin >> k >> t;
    sizes.resize(k);
    for (int &s : sizes) std::cin >> s;
    int answer = fewest(t);
    if (answer >= none) std::cout << "impossible\n";
    else std::cout << answer << "\n";
}
