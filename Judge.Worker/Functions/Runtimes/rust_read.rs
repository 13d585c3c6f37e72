use super::{ListNode, TreeNode};
use std::cell::RefCell;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::mem::ManuallyDrop;
use std::os::unix::io::FromRawFd;
use std::rc::Rc;

/// Lines of descriptor 3: what of it is read, what of that is used, and the line in hand.
pub struct Input {
    file: ManuallyDrop<File>,
    bytes: Vec<u8>,
    used: usize,
    filled: usize,
    at: usize,
    end: usize,
}

impl Input {
    pub fn new() -> Self {
        let file = ManuallyDrop::new(unsafe { File::from_raw_fd(3) });
        Input { file, bytes: Vec::new(), used: 0, filled: 0, at: 0, end: 0 }
    }

    /// False when there are no more.
    pub fn line(&mut self) -> bool {
        let mut seen = self.used;
        loop {
            if let Some(length) = self.bytes[seen..self.filled].iter().position(|c| *c == b'\n') {
                self.at = self.used;
                self.end = seen + length;
                self.used = self.end + 1;
                return true;
            }
            self.bytes.copy_within(self.used..self.filled, 0);
            self.filled -= self.used;
            self.used = 0;
            seen = self.filled;
            if self.bytes.len() - self.filled < 65536 {
                self.bytes.resize(2 * self.filled + 65536, 0);
            }
            match self.file.read(&mut self.bytes[seen..]) {
                Ok(0) => return false,
                Ok(count) => self.filled += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => return false,
            }
        }
    }

    /// The value on the line of an argument of a case that has begun.
    pub fn argument<T: Read>(&mut self) -> T {
        if !self.line() {
            std::process::exit(0);
        }
        T::read(self)
    }

    pub fn text(&self) -> &[u8] {
        &self.bytes[self.at..self.end]
    }

    fn peek(&mut self) -> u8 {
        while self.at < self.end && matches!(self.bytes[self.at], b' ' | b'\t' | b'\r') {
            self.at += 1;
        }
        if self.at < self.end { self.bytes[self.at] } else { 0 }
    }

    fn skip(&mut self, c: u8) -> bool {
        let found = self.peek() == c;
        self.at += found as usize;
        found
    }

    fn null(&mut self) -> bool {
        let found = self.peek() == b'n';
        self.at += if found { 4 } else { 0 };
        found
    }

    /// Whether an array goes on: its index-th element comes next.
    fn more(&mut self, index: usize) -> bool {
        if index == 0 { self.skip(b'[') && !self.skip(b']') } else { !self.skip(b']') && self.skip(b',') }
    }

    fn hex(&mut self) -> u32 {
        let digits = self.bytes.get(self.at..self.at + 4).and_then(|d| std::str::from_utf8(d).ok());
        self.at += 4;
        digits.and_then(|d| u32::from_str_radix(d, 16).ok()).unwrap_or(0xfffd)
    }

    /// After the backslash. A surrogate that stands alone is no character.
    fn escape(&mut self) -> char {
        self.at += 1;
        match self.bytes[self.at - 1] {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let value = self.hex();
                if (0xd800..0xdc00).contains(&value) && self.bytes[self.at..].starts_with(b"\\u") {
                    let here = self.at;
                    self.at += 2;
                    let low = self.hex();
                    if (0xdc00..0xe000).contains(&low) {
                        return char::from_u32(0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00)).unwrap_or('\u{fffd}');
                    }
                    self.at = here;
                }
                char::from_u32(value).unwrap_or('\u{fffd}')
            }
            c => c as char,
        }
    }
}

/// A value that comes next.
pub trait Read {
    fn read(input: &mut Input) -> Self;
}

impl Read for i64 {
    fn read(input: &mut Input) -> Self {
        let negative = input.skip(b'-');
        let mut value = 0u64;
        while input.at < input.end && input.bytes[input.at].is_ascii_digit() {
            value = value.wrapping_mul(10).wrapping_add((input.bytes[input.at] - b'0') as u64);
            input.at += 1;
        }
        (if negative { value.wrapping_neg() } else { value }) as i64
    }
}

impl Read for i32 {
    fn read(input: &mut Input) -> Self {
        i64::read(input) as i32
    }
}

impl Read for f64 {
    fn read(input: &mut Input) -> Self {
        input.peek();
        let start = input.at;
        while input.at < input.end && !matches!(input.bytes[input.at], b',' | b']' | b' ' | b'\t' | b'\r') {
            input.at += 1;
        }
        std::str::from_utf8(&input.bytes[start..input.at]).ok().and_then(|text| text.parse().ok()).unwrap_or(0.0)
    }
}

impl Read for bool {
    fn read(input: &mut Input) -> Self {
        let value = input.peek() == b't';
        input.at += if value { 4 } else { 5 };
        value
    }
}

impl Read for String {
    fn read(input: &mut Input) -> Self {
        input.skip(b'"');
        let mut text = Vec::new();
        loop {
            let rest = &input.bytes[input.at..input.end];
            let plain = rest.iter().position(|c| *c == b'"' || *c == b'\\').unwrap_or(rest.len());
            text.extend_from_slice(&rest[..plain]);
            input.at += plain + 1;
            if input.at > input.end || input.bytes[input.at - 1] == b'"' {
                return String::from_utf8(text).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
            }
            text.extend_from_slice(input.escape().encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

impl Read for char {
    fn read(input: &mut Input) -> Self {
        String::read(input).chars().next().unwrap_or('\0')
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(input: &mut Input) -> Self {
        let mut values = Vec::new();
        while !input.null() && input.more(values.len()) {
            values.push(T::read(input));
        }
        values
    }
}

impl Read for Option<Box<ListNode>> {
    fn read(input: &mut Input) -> Self {
        Vec::<i32>::read(input).into_iter().rev().fold(None, |next, val| Some(Box::new(ListNode { val, next })))
    }
}

impl Read for Option<Rc<RefCell<TreeNode>>> {
    fn read(input: &mut Input) -> Self {
        let mut nodes: Vec<Rc<RefCell<TreeNode>>> = Vec::new();
        let mut index = 0;
        if input.null() {
            return None;
        }
        while input.more(index) {
            if !input.null() {
                let node = Rc::new(RefCell::new(TreeNode::new(i32::read(input))));
                if index > 0 {
                    let mut parent = nodes[(index - 1) / 2].borrow_mut();
                    *(if index % 2 == 1 { &mut parent.left } else { &mut parent.right }) = Some(node.clone());
                }
                nodes.push(node);
            }
            index += 1;
        }
        nodes.into_iter().next()
    }
}
