(defun keep ()
  (let ((kept '()))
    (loop (push (make-string 250000 :initial-element #\x) kept))))
(let ((what (read-line)))
  (cond
    ((string= what "exit") (sb-ext:exit :code 3))
    ((string= what "crash") (error "crashed"))
    ((string= what "loop") (loop))
    (t (keep))))
