(use-modules (ice-9 rdelim))
(define what (read-line))
(cond
  ((string=? what "exit") (exit 3))
  ((string=? what "crash") (error "crashed"))
  ((string=? what "loop") (let loop () (loop)))
  (else (let keep ((kept '())) (keep (cons (make-string 250000 #\x) kept)))))
