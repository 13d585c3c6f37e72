impl Solution {
    pub fn spin(lock: &mut Vec<Vec<i32>>, turns: Vec<i32>) {
        for (d, turn) in turns.into_iter().enumerate() {
            let (bottom, right) = (lock.len() - 1 - d, lock[0].len() - 1 - d);
            let mut places = Vec::new();
            places.extend((d..right).map(|c| (d, c)));
            places.extend((d..bottom).map(|r| (r, right)));
            places.extend((d + 1..=right).rev().map(|c| (bottom, c)));
            places.extend((d + 1..=bottom).rev().map(|r| (r, d)));
            let mut plates: Vec<i32> = places.iter().map(|&(r, c)| lock[r][c]).collect();
            let size = plates.len() as i32;
            plates.rotate_right(turn.rem_euclid(size) as usize);
            for (&(r, c), plate) in places.iter().zip(plates) {
                lock[r][c] = plate;
            }
        }
    }
}
