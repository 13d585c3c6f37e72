switch [gets stdin] {
    exit {exit 3}
    crash {error crashed}
    loop {while 1 {}}
    memory {while 1 {lappend kept [string repeat x 1000000]}}
}
