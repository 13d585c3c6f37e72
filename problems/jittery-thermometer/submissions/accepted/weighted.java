// Weighs the new reading and what was shown.
class Solution {
    public double[] smooth(double[] readings, double trust) {
        double[] shown = readings.clone();
        for (int i = 1; i < shown.length; i++) shown[i] = trust * readings[i] + (1 - trust) * shown[i - 1];
        return shown;
    }
}
