package dev.qingdan.query.platform.engine;

import java.util.Arrays;

/** Bytes on their way into COPY; a stream of the JDK would lock itself at each of them. */
final class Chunk {

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

    void add(int one) {
        makeRoomFor(1);
        bytes[size++] = (byte) one;
    }

    /** In the text form of COPY, where four characters would mean something else. */
    void addEscaped(byte[] text) {
        makeRoomFor(2 * text.length);
        int copied = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\\' || text[i] >= 0 && text[i] < ' ') {
                add(text, copied, i);
                addSpecial(text[i]);
                copied = i + 1;
            }
        }
        add(text, copied, text.length);
    }

    private void add(byte[] text, int start, int end) {
        System.arraycopy(text, start, bytes, size, end - start);
        size += end - start;
    }

    private void addSpecial(byte one) {
        switch (one) {
            case '\\' -> addPair('\\');
            case '\n' -> addPair('n');
            case '\r' -> addPair('r');
            case '\t' -> addPair('t');
            default -> bytes[size++] = one;
        }
    }

    private void addPair(int letter) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
    }

    private void makeRoomFor(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
