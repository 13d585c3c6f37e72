(use-modules (ice-9 rdelim) (rnrs bytevectors))
(define what (read-line))
(define kept '())
(cond
  ((string=? what "exit") (exit 3))
  ((string=? what "crash") (error "crashed"))
  ((string=? what "loop") (let loop () (loop)))
  (else (let keep () (set! kept (cons (make-bytevector 1000000 7) kept)) (keep))))
