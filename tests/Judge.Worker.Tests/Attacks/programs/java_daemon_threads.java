// attack: threads that never end but do not keep the machine up
// judge: accepted
class Main {
    public static void main(String[] args) {
        for (int i = 0; i < 8; i++) {
            Thread t = new Thread(() -> { for (;;) Thread.onSpinWait(); });
            t.setDaemon(true);
            t.start();
        }
        System.out.println("contained");
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
