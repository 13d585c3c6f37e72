// An ordered set of the lit lamps.
use std::collections::BTreeSet;

impl Solution {
    pub fn lit_lamps(lamps: i32, presses: Vec<i32>) -> Vec<i32> {
        let mut lit = BTreeSet::new();
        for p in presses {
            for lamp in BTreeSet::from([p, (p + 1) % lamps, (p + lamps - 1) % lamps]) {
                if !lit.remove(&lamp) {
                    lit.insert(lamp);
                }
            }
        }
        lit.into_iter().collect()
    }
}
