//! What every Rust program of a function problem goes by: the user's types, and the two pipes.
#[path = "rust_answer.rs"]
mod answer;
#[path = "rust_nodes.rs"]
mod nodes;
#[path = "rust_read.rs"]
mod read;

pub use answer::{Output, Put};
pub use nodes::{ListNode, TreeNode};
pub use read::{Input, Read};

/// Names that the user has without a `use`; his own go before.
pub mod known {
    pub use super::nodes::{ListNode, TreeNode};
    pub use std::cell::RefCell;
    pub use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
    pub use std::rc::Rc;

    pub struct Solution;
}
