// Union-find with path halving.
impl Solution {
    pub fn circles(guests: i32, talks: Vec<Vec<i32>>) -> Vec<Vec<i32>> {
        fn root(parent: &mut Vec<usize>, mut x: usize) -> usize {
            while parent[x] != x {
                parent[x] = parent[parent[x]];
                x = parent[x];
            }
            x
        }
        let n = guests as usize;
        let mut parent: Vec<usize> = (0..n).collect();
        for talk in talks {
            let a = root(&mut parent, talk[0] as usize);
            let b = root(&mut parent, talk[1] as usize);
            parent[a] = b;
        }
        let mut circles = vec![vec![]; n];
        for x in 0..n {
            circles[root(&mut parent, x)].push(x as i32);
        }
        circles.into_iter().filter(|c| c.len() > 1).collect()
    }
}
