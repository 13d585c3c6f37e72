// attack: threads without end; the machine says so or breaks
// judge: runtimeError
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
        // The machine itself complains on standard output, so the answer is the exit code.
        if (n < 256) Runtime.getRuntime().halt(3);
        System.out.println("ESCAPED: " + n + " threads");
    }
}
