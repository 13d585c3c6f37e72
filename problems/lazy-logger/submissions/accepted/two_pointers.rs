// One index reads, the other one writes.
impl Solution {
    pub fn compact_log(readings: &mut Vec<i32>, change: i32) -> i32 {
        let mut kept = 1;
        for i in 1..readings.len() {
            if readings[i].abs_diff(readings[kept - 1]) >= change as u32 {
                readings[kept] = readings[i];
                kept += 1;
            }
        }
        kept as i32
    }
}
