// attack: threads without end; the machine says so or breaks
// judge: accepted runtimeError memoryLimitExceeded
class Main {
    public static void main(String[] args) {
        int n = 0;
        try {
            for (; n < 1000; n++) {
                Thread t = new Thread(null, () -> { try { Thread.sleep(60000); } catch (InterruptedException e) { } }, "t", 1 << 16);
                t.setDaemon(true);
                t.start();
            }
        } catch (Throwable refused) { }
        System.out.println(n >= 256 ? "ESCAPED: " + n + " threads" : "contained");
    }
}
