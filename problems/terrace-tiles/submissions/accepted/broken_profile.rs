impl Solution {
    pub fn count_tilings(plan: Vec<String>) -> i64 {
        let width = plan[0].len();
        let mut ways = vec![0i64; 1 << width];
        ways[0] = 1;
        for row in &plan {
            for (c, square) in row.bytes().enumerate() {
                let mut then = vec![0i64; 1 << width];
                for (state, &count) in ways.iter().enumerate().filter(|(_, &count)| count > 0) {
                    let covered = state >> c & 1 == 1;
                    match (square, covered) {
                        (b'#', true) => {}
                        (b'#', false) | (_, true) => then[state & !(1 << c)] += count,
                        _ => {
                            then[state | 1 << c] += count;
                            if c + 1 < width && state >> (c + 1) & 1 == 0 {
                                then[state | 2 << c] += count;
                            }
                        }
                    }
                }
                ways = then;
            }
        }
        ways[0]
    }
}
