import std.stdio, std.string, core.stdc.stdlib;
void main() {
    switch (readln().strip) {
        case "exit": exit(3);
        case "crash": throw new Exception("crashed");
        case "loop": for (;;) { }
        default:
            ubyte[][] kept;
            for (;;) { kept ~= new ubyte[1_000_000]; kept[$ - 1][] = 7; }
    }
}
