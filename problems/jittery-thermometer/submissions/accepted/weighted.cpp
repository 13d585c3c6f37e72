// Weighs the new reading and what was shown.
class Solution {
public:
    vector<double> smooth(vector<double>& readings, double trust) {
        vector<double> shown(readings.size());
        shown[0] = readings[0];
        for (size_t i = 1; i < readings.size(); i++) shown[i] = trust * readings[i] + (1 - trust) * shown[i - 1];
        return shown;
    }
};
