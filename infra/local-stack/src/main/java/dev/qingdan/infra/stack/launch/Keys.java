package dev.qingdan.infra.stack.launch;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key material of this machine: made on the first run, kept for the next, read by its owner
 * only.
 */
public record Keys(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without characters that look alike: a person types it. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 14;
    private static final int SECRET_BYTES = 32;

    public Path privateKey(String name) {
        return folder.resolve(name + "-private.pem");
    }

    public Path publicKey(String name) {
        return folder.resolve(name + "-public.pem");
    }

    /** 32 random bytes in Base64. */
    public Path secret(String name) {
        return folder.resolve(name + ".key");
    }

    String staffPassword() {
        return read(passwordFile());
    }

    public void makeWhatIsMissing() {
        makePair("member");
        makePair("staff");
        makeSecret("privacy-master");
        makeSecret("privacy-index");
        if (!Files.exists(passwordFile())) {
            write(passwordFile(), randomPassword());
        }
    }

    private Path passwordFile() {
        return folder.resolve("staff-password");
    }

    private void makeSecret(String name) {
        if (!Files.exists(secret(name))) {
            var bytes = new byte[SECRET_BYTES];
            RANDOM.nextBytes(bytes);
            write(secret(name), Base64.getEncoder().encodeToString(bytes));
        }
    }

    /** The private key comes last, so that a pair cut short is made anew. */
    private void makePair(String name) {
        if (Files.exists(privateKey(name))) {
            return;
        }
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            write(publicKey(name), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            write(privateKey(name), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    private static String pem(String kind, byte[] key) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, text);
    }

    private static String randomPassword() {
        var password = new StringBuilder();
        RANDOM.ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .forEach(letter -> password.append(ALPHABET.charAt(letter)));
        return password.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent(), ownerOnly("rwx------"));
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, ownerOnly("rw-------"));
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
