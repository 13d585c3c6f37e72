use super::{ListNode, TreeNode};
use std::cell::RefCell;
use std::fs::File;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::os::unix::io::FromRawFd;
use std::rc::Rc;

/// The answer to a call, one line on descriptor 4, and why it cannot be one.
pub struct Output {
    file: ManuallyDrop<File>,
    bytes: Vec<u8>,
    fault: Option<&'static str>,
}

impl Output {
    pub fn new() -> Self {
        let file = ManuallyDrop::new(unsafe { File::from_raw_fd(4) });
        let mut output = Output { file, bytes: Vec::new(), fault: None };
        output.bytes.extend_from_slice(b"ready\n");
        output.send();
        output
    }

    pub fn answer<T: Put>(&mut self, value: T) {
        value.put(self);
        self.finish();
        value.end();
    }

    /// In place, where as many elements count as were returned.
    pub fn answer_first<T: Put>(&mut self, mut values: Vec<T>, returned: i32) {
        match usize::try_from(returned) {
            Ok(count) if count <= values.len() => values.truncate(count),
            _ => self.fault = Some("a size that is not one of the array's"),
        }
        self.answer(values);
    }

    fn finish(&mut self) {
        if let Some(fault) = self.fault.take() {
            self.bytes.clear();
            self.bytes.push(b'!');
            self.bytes.extend_from_slice(fault.as_bytes());
        }
        self.bytes.push(b'\n');
        let _ = std::io::stdout().flush();
        self.send();
    }

    fn send(&mut self) {
        if self.file.write_all(&self.bytes).is_err() {
            std::process::exit(1);
        }
        self.bytes.clear();
    }

    fn text(&mut self, text: &str) {
        self.bytes.push(b'"');
        for c in text.bytes() {
            match c {
                b'"' | b'\\' => self.bytes.extend_from_slice(&[b'\\', c]),
                0..=0x1f | 0x7f => {
                    let _ = write!(self.bytes, "\\u{:04x}", c);
                }
                _ => self.bytes.push(c),
            }
        }
        self.bytes.push(b'"');
    }
}

/// A value as JSON.
pub trait Put: Sized {
    fn put(&self, output: &mut Output);

    /// Drops it.
    fn end(self) {}
}

impl Put for () {
    fn put(&self, output: &mut Output) {
        output.bytes.extend_from_slice(b"null");
    }
}

impl Put for i64 {
    fn put(&self, output: &mut Output) {
        let (mut digits, mut at, mut rest) = ([0u8; 20], 20, self.unsigned_abs());
        while at == 20 || rest > 0 {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        if *self < 0 {
            output.bytes.push(b'-');
        }
        output.bytes.extend_from_slice(&digits[at..]);
    }
}

impl Put for i32 {
    fn put(&self, output: &mut Output) {
        (*self as i64).put(output);
    }
}

impl Put for f64 {
    fn put(&self, output: &mut Output) {
        if !self.is_finite() {
            output.fault = Some(if self.is_nan() { "a double that is not a number" } else { "a double that is infinite" });
        }
        let _ = if self.abs() < 1e-5 || self.abs() >= 1e16 { write!(output.bytes, "{:e}", self) } else { write!(output.bytes, "{}", self) };
    }
}

impl Put for bool {
    fn put(&self, output: &mut Output) {
        output.bytes.extend_from_slice(if *self { b"true" } else { b"false" });
    }
}

impl Put for String {
    fn put(&self, output: &mut Output) {
        output.text(self);
    }
}

impl Put for char {
    fn put(&self, output: &mut Output) {
        output.text(self.encode_utf8(&mut [0; 4]));
    }
}

impl<T: Put> Put for Vec<T> {
    fn put(&self, output: &mut Output) {
        output.bytes.push(b'[');
        for (index, value) in self.iter().enumerate() {
            if index > 0 {
                output.bytes.push(b',');
            }
            value.put(output);
        }
        output.bytes.push(b']');
    }

    fn end(self) {
        self.into_iter().for_each(T::end);
    }
}

/// A list of boxes has no cycle.
impl Put for Option<Box<ListNode>> {
    fn put(&self, output: &mut Output) {
        output.bytes.push(b'[');
        let mut rest = self;
        while let Some(node) = rest {
            node.val.put(output);
            rest = &node.next;
            if rest.is_some() {
                output.bytes.push(b',');
            }
        }
        output.bytes.push(b']');
    }

    /// Node by node: boxes drop what is in them by recursion, for which a stack may be too small.
    fn end(mut self) {
        while let Some(mut node) = self {
            self = node.next.take();
        }
    }
}

impl Put for Option<Rc<RefCell<TreeNode>>> {
    fn put(&self, output: &mut Output) {
        const MOST: usize = 1 << 22;
        output.bytes.push(b'[');
        let mut nodes: Vec<Rc<RefCell<TreeNode>>> = self.iter().cloned().collect();
        if let Some(root) = nodes.first() {
            root.borrow().val.put(output);
        }
        let (mut kept, mut index) = (output.bytes.len(), 0);
        while index < nodes.len() {
            let node = nodes[index].clone();
            let node = node.borrow();
            for child in [&node.left, &node.right] {
                output.bytes.push(b',');
                match child {
                    None => ().put(output),
                    Some(child) => {
                        child.borrow().val.put(output);
                        kept = output.bytes.len();
                        nodes.push(child.clone());
                    }
                }
            }
            index += 1;
            if nodes.len() > MOST {
                output.fault = Some("a tree with a cycle");
                return;
            }
        }
        output.bytes.truncate(kept);
        output.bytes.push(b']');
    }
}
