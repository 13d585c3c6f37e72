// Follows the beam from each place at the edge.
use std::collections::HashSet;

impl Solution {
    pub fn brightest(hall: Vec<Vec<char>>) -> i32 {
        let (rows, columns) = (hall.len() as i32, hall[0].len() as i32);
        let shine = |mut i: i32, mut j: i32, mut di: i32, mut dj: i32| {
            let mut lit = HashSet::new();
            while (0..rows).contains(&i) && (0..columns).contains(&j) {
                (di, dj) = match hall[i as usize][j as usize] {
                    '#' => break,
                    '/' => (-dj, -di),
                    '\\' => (dj, di),
                    _ => (di, dj),
                };
                lit.insert((i, j));
                i += di;
                j += dj;
            }
            lit.len() as i32
        };
        let across = (0..rows).map(|i| shine(i, 0, 0, 1).max(shine(i, columns - 1, 0, -1))).max();
        let down = (0..columns).map(|j| shine(0, j, 1, 0).max(shine(rows - 1, j, -1, 0))).max();
        across.max(down).unwrap()
    }
}
