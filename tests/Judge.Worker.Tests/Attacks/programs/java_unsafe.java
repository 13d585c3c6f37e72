// attack: memory that is not its own, by sun.misc.Unsafe
// judge: runtimeError
import java.lang.reflect.Field;
class Main {
    public static void main(String[] args) throws Exception {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 1L);
        System.out.println("ESCAPED: wrote to address 0");
    }
}
