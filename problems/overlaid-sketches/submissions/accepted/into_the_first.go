func overlay(sketches []*TreeNode) *TreeNode {
	var add func(onto, sketch *TreeNode) *TreeNode
	add = func(onto, sketch *TreeNode) *TreeNode {
		if onto == nil {
			return sketch
		}
		if sketch != nil {
			onto.Val += sketch.Val
			onto.Left = add(onto.Left, sketch.Left)
			onto.Right = add(onto.Right, sketch.Right)
		}
		return onto
	}
	var picture *TreeNode
	for _, sketch := range sketches {
		picture = add(picture, sketch)
	}
	return picture
}
