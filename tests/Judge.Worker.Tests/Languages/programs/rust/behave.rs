fn main() {
    let mut what = String::new();
    std::io::stdin().read_line(&mut what).unwrap();
    match what.trim() {
        "exit" => std::process::exit(3),
        "crash" => panic!("crashed"),
        "loop" => loop {},
        _ => {
            let mut kept: Vec<Vec<u8>> = Vec::new();
            loop { kept.push(vec![7; 1 << 20]); }
        }
    }
}
