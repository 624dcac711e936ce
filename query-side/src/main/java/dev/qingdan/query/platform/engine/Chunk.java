package dev.qingdan.query.platform.engine;

import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes on their way into COPY; a stream of the JDK would lock itself at each of them. A value is
 * what was written between {@link #begin} and {@link #end}, and is told behind its length.
 */
final class Chunk extends OutputStream {

    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int size;

    Chunk(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /**
     * @return what {@link #end} has to be told
     */
    int begin() {
        writeInt(0);
        return size;
    }

    void end(int begun) {
        INT.set(bytes, begun - Integer.BYTES, size - begun);
    }

    @Override
    public void write(int one) {
        makeRoomFor(1);
        bytes[size++] = (byte) one;
    }

    @Override
    public void write(byte[] some, int from, int length) {
        makeRoomFor(length);
        System.arraycopy(some, from, bytes, size, length);
        size += length;
    }

    @Override
    public void write(byte[] some) {
        write(some, 0, some.length);
    }

    void writeShort(int value) {
        makeRoomFor(Short.BYTES);
        SHORT.set(bytes, size, (short) value);
        size += Short.BYTES;
    }

    void writeInt(int value) {
        makeRoomFor(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void writeLong(long value) {
        makeRoomFor(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    private void makeRoomFor(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
