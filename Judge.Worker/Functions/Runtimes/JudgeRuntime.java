import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What is the same in the driver of every problem: cases come from descriptor 3, answers go to descriptor 4, one line of JSON a value.
 * What it needs of the library it takes before the user's classes are loaded.
 */
abstract class JudgeRuntime {
    /** The answer is none, and why. */
    static final class Refusal extends RuntimeException {
        Refusal(String why) { super(why, null, false, false); }
    }

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final PrintStream stdout = System.out, stderr = System.err;
    private final InputStream cases = new FileInputStream(descriptor(3));
    private final OutputStream answers = new FileOutputStream(descriptor(4));
    private byte[] input = new byte[1 << 16], output = new byte[1 << 12], word = new byte[64];
    private int at, end, length;

    /** Loads what the user wrote. */
    abstract void load() throws Throwable;

    /** Reads a call, makes it, and writes what came of it. */
    abstract void answer() throws Throwable;

    final void serve() {
        try {
            load();
            text("ready");
            send();
            while (peek() >= 0) {
                try {
                    answer();
                } catch (Refusal refusal) {
                    length = 0;
                    put('!');
                    text(refusal.getMessage());
                }
                flush();
                send();
            }
            flush();
            Runtime.getRuntime().halt(0);
        } catch (Throwable failure) {
            flush();
            stderr.print("Exception in thread \"main\" ");
            failure.printStackTrace(stderr);
            stderr.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    /** The stream that the user may have put in the place of the first one, too. */
    private void flush() {
        System.out.flush();
        stdout.flush();
    }

    /** Pipes of another user's cannot be opened anew under /proc; the library has no other way to a descriptor by its number. */
    private static FileDescriptor descriptor(int number) {
        try {
            FileDescriptor descriptor = new FileDescriptor();
            Field field = FileDescriptor.class.getDeclaredField("fd");
            field.setAccessible(true);
            field.setInt(descriptor, number);
            return descriptor;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // Reading.

    private int peek() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, cases.read(input));
            if (end == 0) return -1;
        }
        return input[at];
    }

    /** The next character that is no blank. */
    private int sign() throws IOException {
        int c = peek();
        while (c == ' ' || c == '\t' || c == '\r') { at++; c = peek(); }
        return c;
    }

    private void expect(char c) throws IOException {
        if (sign() != c) throw new IOException("a case is not as it should be");
        at++;
    }

    /** A line as it is. */
    final String line() throws IOException {
        int n = 0;
        for (int c = peek(); c >= 0 && c != '\n'; c = peek()) { n = keep(n, c); at++; }
        at++;
        return new String(word, 0, n, StandardCharsets.UTF_8).trim();
    }

    final void lineEnd() throws IOException { expect('\n'); }

    final void begin() throws IOException { expect('['); }

    /** Whether there is one more element; else the array is over. */
    final boolean more() throws IOException {
        int c = sign();
        if (c == ',' || c == ']') at++;
        return c != ']';
    }

    /** Whether there is a null. */
    final boolean nothing() throws IOException {
        if (sign() != 'n') return false;
        for (byte b : NULL) expect((char) b);
        return true;
    }

    final int readInt() throws IOException { return (int) readLong(); }

    final long readLong() throws IOException {
        boolean negative = sign() == '-';
        if (negative) at++;
        long value = 0;
        for (int c = peek(); c >= '0' && c <= '9'; c = peek()) { value = value * 10 + (c - '0'); at++; }
        return negative ? -value : value;
    }

    final double readDouble() throws IOException {
        int n = 0;
        for (int c = sign(); c > ' ' && c != ',' && c != ']'; c = peek()) { n = keep(n, c); at++; }
        return Double.parseDouble(new String(word, 0, n, StandardCharsets.ISO_8859_1));
    }

    final boolean readBoolean() throws IOException {
        boolean value = sign() == 't';
        at++;
        for (int c = peek(); c >= 'a' && c <= 'z'; c = peek()) at++;
        return value;
    }

    final char readChar() throws IOException { return readString().charAt(0); }

    final String readString() throws IOException {
        expect('"');
        int n = 0;
        for (int c = peek(); c != '"'; c = peek()) {
            if (c == -1 && at == end) throw new IOException("a case ends within a string");
            at++;
            if (c != '\\') { n = keep(n, c); continue; }
            c = peek();
            at++;
            switch (c) {
                case 'b': n = keep(n, '\b'); break;
                case 'f': n = keep(n, '\f'); break;
                case 'n': n = keep(n, '\n'); break;
                case 'r': n = keep(n, '\r'); break;
                case 't': n = keep(n, '\t'); break;
                case 'u':
                    int unit = hex();
                    if (Character.isHighSurrogate((char) unit)) { expect('\\'); expect('u'); unit = Character.toCodePoint((char) unit, (char) hex()); }
                    for (byte b : new String(Character.toChars(unit)).getBytes(StandardCharsets.UTF_8)) n = keep(n, b);
                    break;
                default: n = keep(n, c);
            }
        }
        at++;
        return new String(word, 0, n, StandardCharsets.UTF_8);
    }

    private int hex() throws IOException {
        int value = 0;
        for (int i = 0; i < 4; i++) { value = value * 16 + Character.digit(peek(), 16); at++; }
        return value;
    }

    private int keep(int n, int c) {
        if (n == word.length) word = Arrays.copyOf(word, n * 2);
        word[n] = (byte) c;
        return n + 1;
    }

    final int[] readInts() throws IOException {
        int[] values = new int[16];
        int n = 0;
        for (begin(); more(); ) { if (n == values.length) values = Arrays.copyOf(values, n * 2); values[n++] = readInt(); }
        return Arrays.copyOf(values, n);
    }

    final long[] readLongs() throws IOException {
        long[] values = new long[16];
        int n = 0;
        for (begin(); more(); ) { if (n == values.length) values = Arrays.copyOf(values, n * 2); values[n++] = readLong(); }
        return Arrays.copyOf(values, n);
    }

    final double[] readDoubles() throws IOException {
        double[] values = new double[16];
        int n = 0;
        for (begin(); more(); ) { if (n == values.length) values = Arrays.copyOf(values, n * 2); values[n++] = readDouble(); }
        return Arrays.copyOf(values, n);
    }

    final boolean[] readBooleans() throws IOException {
        boolean[] values = new boolean[16];
        int n = 0;
        for (begin(); more(); ) { if (n == values.length) values = Arrays.copyOf(values, n * 2); values[n++] = readBoolean(); }
        return Arrays.copyOf(values, n);
    }

    final char[] readChars() throws IOException {
        char[] values = new char[16];
        int n = 0;
        for (begin(); more(); ) { if (n == values.length) values = Arrays.copyOf(values, n * 2); values[n++] = readChar(); }
        return Arrays.copyOf(values, n);
    }

    // Writing. Nothing is sent before the whole answer is there.

    private void send() throws IOException {
        put('\n');
        answers.write(output, 0, length);
        length = 0;
    }

    final void put(int c) {
        if (length == output.length) output = Arrays.copyOf(output, length * 2);
        output[length++] = (byte) c;
    }

    final void text(String plain) {
        for (int i = 0; i < plain.length(); i++) put(plain.charAt(i));
    }

    final void writeNull() { text("null"); }

    final void write(boolean value) { text(value ? "true" : "false"); }

    final void write(long value) {
        if (value < 0) put('-');
        int first = length;
        do { put('0' + (int) Math.abs(value % 10)); value /= 10; } while (value != 0);
        for (int i = first, j = length - 1; i < j; i++, j--) { byte b = output[i]; output[i] = output[j]; output[j] = b; }
    }

    final void write(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) throw new Refusal(value + " is no number of JSON");
        text(Double.toString(value));
    }

    final void write(char value) { write(String.valueOf(value)); }

    final void write(String value) {
        put('"');
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b == '"' || b == '\\') { put('\\'); put(b); }
            else if (b >= 0 && b < ' ') { text("\\u00"); put('0' + (b >> 4)); put("0123456789abcdef".charAt(b & 15)); }
            else put(b);
        }
        put('"');
    }

    /** How many elements of an in-place answer count. */
    final int counted(long size, int of, String function) {
        if (size < 0 || size > of) throw new Refusal(function + " returned " + size + " of " + of + " elements");
        return (int) size;
    }

    static <T> T present(T value, String what) {
        if (value == null) throw new Refusal(what + ", got null");
        return value;
    }
}
