impl Solution {
    pub fn fold_chain(head: Option<Box<ListNode>>) -> Option<Box<ListNode>> {
        let mut values = Vec::new();
        let mut node = &head;
        while let Some(link) = node {
            values.push(link.val);
            node = &link.next;
        }
        let mut folded = None;
        for i in (0..(values.len() + 1) / 2).rev() {
            let other = values.len() - 1 - i;
            let val = if other > i { values[i] + values[other] } else { values[i] };
            folded = Some(Box::new(ListNode { val, next: folded }));
        }
        folded
    }
}
