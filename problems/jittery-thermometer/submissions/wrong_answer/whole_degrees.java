// Wrong: an int loses the decimals.
class Solution {
    public double[] smooth(double[] readings, double trust) {
        double[] shown = readings.clone();
        for (int i = 1; i < shown.length; i++) shown[i] = (int) ((trust * readings[i] + (1 - trust) * shown[i - 1]) * 100) / 100.0;
        return shown;
    }
}
