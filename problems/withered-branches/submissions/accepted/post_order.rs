use std::cell::RefCell;
use std::rc::Rc;

impl Solution {
    pub fn prune(root: Option<Rc<RefCell<TreeNode>>>) -> Option<Rc<RefCell<TreeNode>>> {
        Self::visit(root).0
    }

    fn visit(tree: Option<Rc<RefCell<TreeNode>>>) -> (Option<Rc<RefCell<TreeNode>>>, i32) {
        let node = match tree {
            Some(node) => node,
            None => return (None, 0),
        };
        let (left, a) = Self::visit(node.borrow_mut().left.take());
        let (right, b) = Self::visit(node.borrow_mut().right.take());
        let total = node.borrow().val + a + b;
        if total < 0 {
            return (None, 0);
        }
        node.borrow_mut().left = left;
        node.borrow_mut().right = right;
        (Some(node), total)
    }
}
