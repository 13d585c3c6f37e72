// A row of singers, as it is read.
#pragma once
#include <string>
#include <vector>

// Empty when the row is right, and else what is wrong with it.
std::string fault_of(const std::vector<long> &row, long n);
