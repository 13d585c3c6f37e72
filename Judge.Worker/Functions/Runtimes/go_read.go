package main

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
	"unicode/utf16"
	"unicode/utf8"
)

// Lines of descriptor 3: what of it is read and not yet used, the line in hand, and where it is read.
var (
	judgeInput []byte
	judgeText  []byte
	judgeAt    int
)

// judgeLine is false when there are no more.
func judgeLine() bool {
	seen := 0
	for {
		if end := bytes.IndexByte(judgeInput[seen:], '\n'); end >= 0 {
			judgeText, judgeAt = judgeInput[:seen+end:seen+end], 0
			judgeInput = judgeInput[seen+end+1:]
			return true
		}
		seen = len(judgeInput)
		if cap(judgeInput)-seen < 4096 {
			judgeInput = append(make([]byte, 0, 2*seen+65536), judgeInput...)
		}
		count, err := syscall.Read(3, judgeInput[seen:cap(judgeInput)])
		if err == syscall.EINTR || err == syscall.EAGAIN {
			continue
		}
		if count <= 0 {
			return false
		}
		judgeInput = judgeInput[:seen+count]
	}
}

// judgeArgument takes the line of an argument of a case that has begun.
func judgeArgument() {
	if !judgeLine() {
		os.Exit(0)
	}
}

func judgePeek() byte {
	for judgeAt < len(judgeText) {
		if c := judgeText[judgeAt]; c != ' ' && c != '\t' && c != '\r' {
			return c
		}
		judgeAt++
	}
	return 0
}

func judgeSkip(c byte) bool {
	if judgePeek() != c {
		return false
	}
	judgeAt++
	return true
}

func judgeNull() bool {
	if judgePeek() != 'n' {
		return false
	}
	judgeAt += len("null")
	return true
}

// judgeMore says whether an array goes on: its index-th element comes next.
func judgeMore(index int) bool {
	if index == 0 {
		return judgeSkip('[') && !judgeSkip(']')
	}
	return !judgeSkip(']') && judgeSkip(',')
}

func judgeLong() int64 {
	negative := judgeSkip('-')
	value := uint64(0)
	for ; judgeAt < len(judgeText) && judgeText[judgeAt]-'0' < 10; judgeAt++ {
		value = value*10 + uint64(judgeText[judgeAt]-'0')
	}
	if negative {
		value = -value
	}
	return int64(value)
}

func judgeInt() int { return int(judgeLong()) }

func judgeDouble() float64 {
	judgePeek()
	start := judgeAt
	for judgeAt < len(judgeText) && judgeText[judgeAt] != ',' && judgeText[judgeAt] != ']' && judgeText[judgeAt] != ' ' && judgeText[judgeAt] != '\t' && judgeText[judgeAt] != '\r' {
		judgeAt++
	}
	value, _ := strconv.ParseFloat(string(judgeText[start:judgeAt]), 64)
	return value
}

func judgeBool() bool {
	value := judgePeek() == 't'
	judgeAt += len("true")
	if !value {
		judgeAt++
	}
	return value
}

func judgeHex() rune {
	if judgeAt+4 > len(judgeText) {
		return utf8.RuneError
	}
	value, _ := strconv.ParseUint(string(judgeText[judgeAt:judgeAt+4]), 16, 16)
	judgeAt += 4
	return rune(value)
}

// judgeEscape is at what follows the backslash. A surrogate that stands alone is no character.
func judgeEscape() rune {
	c := judgeText[judgeAt]
	judgeAt++
	switch c {
	case 'n':
		return '\n'
	case 't':
		return '\t'
	case 'r':
		return '\r'
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'u':
		value := judgeHex()
		if utf16.IsSurrogate(value) && judgeAt+1 < len(judgeText) && judgeText[judgeAt] == '\\' && judgeText[judgeAt+1] == 'u' {
			here := judgeAt
			judgeAt += 2
			if pair := utf16.DecodeRune(value, judgeHex()); pair != utf8.RuneError {
				return pair
			}
			judgeAt = here
		}
		return value
	}
	return rune(c)
}

func judgeString() string {
	judgeSkip('"')
	end := judgeAt
	for end < len(judgeText) && judgeText[end] != '"' && judgeText[end] != '\\' {
		end++
	}
	text := judgeText[judgeAt:end:end]
	judgeAt = end
	for judgeAt < len(judgeText) && judgeText[judgeAt] != '"' {
		if c := judgeText[judgeAt]; c != '\\' {
			text = append(text, c)
			judgeAt++
		} else {
			judgeAt++
			text = utf8.AppendRune(text, judgeEscape())
		}
	}
	judgeAt++
	return string(text)
}

// judgeByte: of other characters than Latin ones there is nothing left.
func judgeByte() byte {
	for _, c := range judgeString() {
		if c < 256 {
			return byte(c)
		}
	}
	return '?'
}

func judgeSlice[T any](element func() T) []T {
	slice := []T{}
	if judgeNull() {
		return slice
	}
	for i := 0; judgeMore(i); i++ {
		slice = append(slice, element())
	}
	return slice
}

func judgeList() *ListNode {
	var first *ListNode
	if judgeNull() {
		return nil
	}
	last := &first
	for i := 0; judgeMore(i); i++ {
		*last = &ListNode{Val: judgeInt()}
		last = &(*last).Next
	}
	return first
}

func judgeTree() *TreeNode {
	var nodes []*TreeNode
	if judgeNull() {
		return nil
	}
	for i := 0; judgeMore(i); i++ {
		if judgeNull() {
			continue
		}
		node := &TreeNode{Val: judgeInt()}
		if i > 0 && i%2 == 1 {
			nodes[(i-1)/2].Left = node
		} else if i > 0 {
			nodes[(i-1)/2].Right = node
		}
		nodes = append(nodes, node)
	}
	if len(nodes) == 0 {
		return nil
	}
	return nodes[0]
}
