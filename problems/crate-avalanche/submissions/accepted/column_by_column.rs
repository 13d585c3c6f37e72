// From the top of each column: crates gather until something holds them.
impl Solution {
    pub fn settle(shaft: &mut Vec<Vec<char>>) {
        let rows = shaft.len();
        for j in 0..shaft[0].len() {
            let mut crates = 0;
            for i in 0..=rows {
                if i == rows || shaft[i][j] == '#' && crates < 3 {
                    for k in i - crates..i {
                        shaft[k][j] = 'o';
                    }
                    crates = 0;
                } else {
                    if shaft[i][j] == 'o' {
                        crates += 1;
                    }
                    shaft[i][j] = '.';
                }
            }
        }
    }
}
