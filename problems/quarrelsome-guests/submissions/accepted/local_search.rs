impl Solution {
    pub fn seat(guests: i32, quarrels: Vec<Vec<i32>>) -> Vec<i32> {
        let mut foes = vec![Vec::new(); guests as usize];
        for quarrel in &quarrels {
            foes[quarrel[0] as usize].push(quarrel[1] as usize);
            foes[quarrel[1] as usize].push(quarrel[0] as usize);
        }
        let mut rooms = vec![0; guests as usize];
        let mut restless: Vec<usize> = (0..guests as usize).collect();
        while let Some(guest) = restless.pop() {
            let near = foes[guest].iter().filter(|&&foe| rooms[foe] == rooms[guest]).count();
            if 2 * near > foes[guest].len() {
                rooms[guest] = 1 - rooms[guest];
                restless.extend(&foes[guest]);
            }
        }
        rooms
    }
}
