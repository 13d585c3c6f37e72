// Remembers whether the key is down.
func typedText(text string, key byte) string {
	paper := make([]byte, 0, len(text))
	down := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == ' ' || c == '.' {
			down = false
		}
		if c|32 == key {
			down = !down
			if !down {
				continue
			}
		}
		paper = append(paper, c)
	}
	return string(paper)
}
