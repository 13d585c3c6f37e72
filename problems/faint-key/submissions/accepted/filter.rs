// Remembers whether the key is down.
impl Solution {
    pub fn typed_text(text: String, key: char) -> String {
        let mut down = false;
        text.chars()
            .filter(|c| {
                if *c == ' ' || *c == '.' {
                    down = false;
                }
                if c.to_ascii_lowercase() != key {
                    return true;
                }
                down = !down;
                down
            })
            .collect()
    }
}
