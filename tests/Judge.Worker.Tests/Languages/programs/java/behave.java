class Main {
    public static void main(String[] arguments) {
        var what = new java.util.Scanner(System.in).next();
        if (what.equals("exit")) System.exit(3);
        if (what.equals("crash")) throw new IllegalStateException("crashed");
        while (what.equals("loop")) ;
        var kept = new java.util.ArrayList<byte[]>();
        while (true) kept.add(new byte[1 << 20]);
    }
}
