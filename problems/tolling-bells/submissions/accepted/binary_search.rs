impl Solution {
    pub fn time_of_toll(periods: Vec<i32>, k: i64) -> i64 {
        let fastest = *periods.iter().min().unwrap() as i64;
        let (mut low, mut high) = (1, fastest * k);
        while low < high {
            let middle = (low + high) / 2;
            let tolls: i64 = periods.iter().map(|&period| middle / period as i64).sum();
            if tolls >= k {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}
