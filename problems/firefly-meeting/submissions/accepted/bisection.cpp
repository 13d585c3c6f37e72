// Bisection on the time; all ranges [x - v t, x + v t] must share a point.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<double> x(n), v(n);
    for (int i = 0; i < n; i++)
        if (scanf("%lf %lf", &x[i], &v[i]) != 2) return 1;
    double low = 0, high = 1e9 + 1;
    for (int step = 0; step < 70; step++) {
        double t = (low + high) / 2;
        double left = -1e18, right = 1e18;
        for (int i = 0; i < n; i++) {
            left = std::max(left, x[i] - v[i] * t);
            right = std::min(right, x[i] + v[i] * t);
        }
        (left <= right ? high : low) = t;
    }
    printf("%.12g\n", high);
}
