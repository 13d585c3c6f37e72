<?php
switch (trim(fgets(STDIN))) {
    case "exit": exit(3);
    case "crash": intdiv(1, 0);
    case "loop": while (true) { }
    case "memory":
        $kept = [];
        while (true) $kept[] = str_repeat("x", 1000000);
}
