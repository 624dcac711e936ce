package dev.qingdan.command.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.common.IdentifierFactory;

/** UUIDv7: ids that sort by time, so that indexes grow at one end. */
public final class Ids extends IdentifierFactory implements Supplier<UUID> {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    @Override
    public UUID get() {
        return GENERATOR.generate();
    }

    /**
     * Axon finds this class through {@link java.util.ServiceLoader} and names its messages by it.
     */
    @Override
    public String generateIdentifier() {
        return get().toString();
    }
}
