// Counts what came back and keeps the coats without a ticket.
use std::collections::HashMap;

impl Solution {
    pub fn left_coats(given: Vec<i32>, returned: Vec<i32>) -> Vec<i32> {
        let mut back: HashMap<i32, i32> = HashMap::new();
        for ticket in returned {
            *back.entry(ticket).or_insert(0) += 1;
        }
        given
            .into_iter()
            .filter(|ticket| match back.get_mut(ticket) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            })
            .collect()
    }
}
