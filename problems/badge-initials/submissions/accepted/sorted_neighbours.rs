// In alphabetical order only the neighbours matter.
impl Solution {
    pub fn shorten(names: Vec<String>) -> Vec<String> {
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|&i| &names[i]);
        let mut shared = vec![0; names.len()];
        for pair in order.windows(2) {
            let n = names[pair[0]].bytes().zip(names[pair[1]].bytes()).take_while(|(a, b)| a == b).count();
            shared[pair[0]] = shared[pair[0]].max(n);
            shared[pair[1]] = n;
        }
        names
            .iter()
            .zip(shared)
            .map(|(name, n)| if n == name.len() { format!("{name}.") } else { name[..=n].to_string() })
            .collect()
    }
}
