// Merge sort; each one from the right half passes all that are left of the left half.
impl Solution {
    pub fn least_effort(heights: Vec<i32>) -> i64 {
        fn sort(h: &mut [i32]) -> i64 {
            if h.len() < 2 {
                return 0;
            }
            let (left, right) = h.split_at_mut(h.len() / 2);
            let mut effort = sort(left) + sort(right);
            let mut rest: i64 = left.iter().map(|&x| x as i64).sum();
            let mut i = 0;
            for &x in right.iter() {
                while i < left.len() && left[i] <= x {
                    rest -= left[i] as i64;
                    i += 1;
                }
                effort += rest - (left.len() - i) as i64 * x as i64;
            }
            h.sort();
            effort
        }
        let mut h = heights;
        sort(&mut h)
    }
}
