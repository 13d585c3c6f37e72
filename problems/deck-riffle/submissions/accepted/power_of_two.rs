// With positions 1..n a card goes from p to 2p modulo n + 1; after k times it is at p * 2^k.
impl Solution {
    pub fn riffle(deck: &mut Vec<i32>, times: i32) {
        let m = deck.len() as u64 + 1;
        let (mut power, mut base, mut left) = (1, 2 % m, times);
        while left > 0 {
            if left % 2 == 1 {
                power = power * base % m;
            }
            base = base * base % m;
            left /= 2;
        }
        let before = deck.clone();
        for (i, card) in before.iter().enumerate() {
            deck[((i as u64 + 1) * power % m) as usize - 1] = *card;
        }
    }
}
