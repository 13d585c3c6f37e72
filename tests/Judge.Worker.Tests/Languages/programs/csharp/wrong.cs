int x = "text";
