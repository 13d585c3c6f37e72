// attack: a shutdown hook that asks for the shutdown it is part of, and so never ends
// judge: timeLimitExceeded
class Main {
    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.exit(0)));
        System.out.println("contained");
    }
}
