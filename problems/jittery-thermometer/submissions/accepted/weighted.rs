// Weighs the new reading and what was shown.
impl Solution {
    pub fn smooth(readings: Vec<f64>, trust: f64) -> Vec<f64> {
        let mut shown = readings[0];
        readings
            .iter()
            .map(|reading| {
                shown += (reading - shown) * trust;
                shown
            })
            .collect()
    }
}
