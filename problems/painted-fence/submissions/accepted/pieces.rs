use std::collections::{BTreeMap, HashMap};

struct PaintedFence {
    pieces: BTreeMap<i32, i32>,
    boards: HashMap<i32, i32>,
    sum: i64,
}

impl PaintedFence {
    fn new(boards: i32) -> Self {
        PaintedFence { pieces: BTreeMap::from([(0, 0), (boards, 0)]), boards: HashMap::from([(0, boards)]), sum: 0 }
    }

    fn paint(&mut self, first: i32, last: i32, colour: i32) {
        for at in [first, last + 1] {
            let there = self.colour_of(at);
            self.pieces.entry(at).or_insert(there);
        }
        let over: Vec<(i32, i32)> = self.pieces.range(first..=last).map(|(&start, &colour)| (start, colour)).collect();
        for (i, &(start, old)) in over.iter().enumerate() {
            let end = over.get(i + 1).map_or(last + 1, |next| next.0);
            self.add(old, start - end);
            self.pieces.remove(&start);
        }
        self.pieces.insert(first, colour);
        self.add(colour, last + 1 - first);
    }

    fn colour_of(&self, board: i32) -> i32 {
        *self.pieces.range(..=board).next_back().unwrap().1
    }

    fn count(&self, colour: i32) -> i32 {
        *self.boards.get(&colour).unwrap_or(&0)
    }

    fn brightness(&self) -> i64 {
        self.sum
    }

    fn add(&mut self, colour: i32, boards: i32) {
        *self.boards.entry(colour).or_insert(0) += boards;
        self.sum += colour as i64 * boards as i64;
    }
}
