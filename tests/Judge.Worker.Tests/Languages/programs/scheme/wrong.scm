(display "before")
(define (broken x
