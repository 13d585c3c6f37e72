// All numbers of that many bits, with as many ones as flashes.
impl Solution {
    pub fn codes(length: i32, flashes: i32) -> Vec<String> {
        (0u32..1 << length)
            .filter(|bits| bits.count_ones() == flashes as u32)
            .filter(|bits| bits & (bits >> 1 | (bits & 1) << (length - 1)) == 0)
            .map(|bits| (0..length).map(|i| if bits >> i & 1 == 1 { '*' } else { '-' }).collect())
            .collect()
    }
}
