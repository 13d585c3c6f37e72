// By their beginnings; keeps the two latest ends.
impl Solution {
    pub fn has_alibi(sightings: Vec<Vec<i32>>, opening: i32, closing: i32) -> bool {
        let mut by_start = sightings;
        by_start.sort();
        let (mut latest, mut second) = (opening, opening);
        for s in by_start {
            if s[0] > second {
                break;
            }
            second = second.max(s[1].min(latest));
            latest = latest.max(s[1]);
        }
        second >= closing
    }
}
