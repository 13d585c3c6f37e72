// Accepts any order of the loads in which no sum of the first so many is beyond the limit, to either side.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

using namespace std;

static string feedback;

static int fault(const string& what) {
    ofstream(feedback + "judgemessage.txt") << what << '\n';
    return 43;
}

// Reads an array of integers as JSON writes it; false if it is none.
static bool parse(const string& text, vector<long long>& values) {
    size_t first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
    if (first == string::npos || text[first] != '[' || text[last] != ']' || first == last) return false;
    string inside = text.substr(first + 1, last - first - 1);
    if (inside.find_first_not_of("0123456789-, \t") != string::npos) return false;
    if (inside.find_first_not_of(" \t") == string::npos) return true;
    istringstream parts(inside);
    for (string part; getline(parts, part, ',');) {
        istringstream number(part);
        long long value;
        string rest;
        if (!(number >> value) || number >> rest) return false;
        values.push_back(value);
    }
    return true;
}

int main(int, char** argv) {
    ifstream input(argv[1]);
    feedback = string(argv[3]) + "/";
    string line;
    vector<long long> loads, order;
    getline(input, line);
    parse(line, loads);
    long long limit, sum = 0;
    input >> limit;

    if (!parse(string(istreambuf_iterator<char>(cin), {}), order)) return fault("not an array of integers");
    if (order.size() != loads.size()) return fault(to_string(order.size()) + " loads instead of " + to_string(loads.size()));
    for (size_t i = 0; i < order.size(); i++) {
        sum += order[i];
        if (sum > limit || sum < -limit) return fault("the barge lies over by " + to_string(sum) + " after load " + to_string(i) + " of the answer");
    }
    sort(loads.begin(), loads.end());
    sort(order.begin(), order.end());
    if (loads != order) return fault("these are not the loads that were given");
    return 42;
}
