(print "before")
(defun broken (x
