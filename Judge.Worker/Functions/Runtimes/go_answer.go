package main

import (
	"math"
	"os"
	"strconv"
	"syscall"
	"unicode/utf8"
)

// The answer to a call, one line on descriptor 4, and why it cannot be one.
var (
	judgeOutput []byte
	judgeFault  string
)

func judgePutNull() { judgeOutput = append(judgeOutput, "null"...) }

func judgePutInt(value int) { judgeOutput = strconv.AppendInt(judgeOutput, int64(value), 10) }

func judgePutLong(value int64) { judgeOutput = strconv.AppendInt(judgeOutput, value, 10) }

func judgePutDouble(value float64) {
	if math.IsNaN(value) {
		judgeFault = "a double that is not a number"
	} else if math.IsInf(value, 0) {
		judgeFault = "a double that is infinite"
	}
	judgeOutput = strconv.AppendFloat(judgeOutput, value, 'g', -1, 64)
}

func judgePutBool(value bool) { judgeOutput = strconv.AppendBool(judgeOutput, value) }

func judgePutRune(c rune) {
	switch {
	case c == '"' || c == '\\':
		judgeOutput = append(judgeOutput, '\\', byte(c))
	case c < ' ' || c == 0x7f:
		const digits = "0123456789abcdef"
		judgeOutput = append(judgeOutput, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
	default:
		judgeOutput = utf8.AppendRune(judgeOutput, c)
	}
}

// judgePutString: what is no UTF-8 comes out as U+FFFD.
func judgePutString(text string) {
	judgeOutput = append(judgeOutput, '"')
	for _, c := range text {
		judgePutRune(c)
	}
	judgeOutput = append(judgeOutput, '"')
}

func judgePutByte(value byte) {
	judgeOutput = append(judgeOutput, '"')
	judgePutRune(rune(value))
	judgeOutput = append(judgeOutput, '"')
}

func judgePutSlice[T any](slice []T, element func(T)) {
	judgeOutput = append(judgeOutput, '[')
	for i, value := range slice {
		if i > 0 {
			judgeOutput = append(judgeOutput, ',')
		}
		element(value)
	}
	judgeOutput = append(judgeOutput, ']')
}

func judgePutList(list *ListNode) {
	met, steps, limit := list, 0, 1
	judgeOutput = append(judgeOutput, '[')
	for node := list; node != nil; {
		judgePutInt(node.Val)
		if node = node.Next; node == nil {
			break
		}
		judgeOutput = append(judgeOutput, ',')
		// Brent: the one met is moved on ever later, until it is met again.
		if node == met {
			judgeFault = "a list with a cycle"
			return
		}
		if steps++; steps == limit {
			met, steps, limit = node, 0, 2*limit
		}
	}
	judgeOutput = append(judgeOutput, ']')
}

func judgePutTree(root *TreeNode) {
	const most = 1 << 22
	judgeOutput = append(judgeOutput, '[')
	kept := len(judgeOutput)
	var nodes []*TreeNode
	put := func(node *TreeNode) {
		judgePutInt(node.Val)
		kept = len(judgeOutput)
		nodes = append(nodes, node)
	}
	if root != nil {
		put(root)
	}
	for i := 0; i < len(nodes); i++ {
		for _, child := range [...]*TreeNode{nodes[i].Left, nodes[i].Right} {
			judgeOutput = append(judgeOutput, ',')
			if child == nil {
				judgePutNull()
			} else {
				put(child)
			}
		}
		if len(nodes) > most {
			judgeFault = "a tree with a cycle"
			return
		}
	}
	judgeOutput = append(judgeOutput[:kept], ']')
}

// judgeFirst is for answers in place of which as many elements count as were returned.
func judgeFirst[T any](slice []T, returned int) []T {
	if returned < 0 || returned > len(slice) {
		judgeFault = "a size that is not one of the array's"
		return nil
	}
	return slice[:returned]
}

func judgeSend() {
	for text := judgeOutput; len(text) > 0; {
		count, err := syscall.Write(4, text)
		if err != nil && err != syscall.EINTR && err != syscall.EAGAIN {
			os.Exit(1)
		}
		if count > 0 {
			text = text[count:]
		}
	}
	judgeOutput = judgeOutput[:0]
}

func judgeAnswer() {
	if judgeFault != "" {
		judgeOutput = append(append(judgeOutput[:0], '!'), judgeFault...)
		judgeFault = ""
	}
	judgeOutput = append(judgeOutput, '\n')
	judgeSend()
}

func judgeReady() {
	judgeOutput = append(judgeOutput, "ready\n"...)
	judgeSend()
}
