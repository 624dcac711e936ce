package dev.qingdan.query.platform.projection;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a table, read off the components of the record that stands for its rows. */
public final class Columns {

    /** One component and the column it is kept in. */
    public record Column(String name, Class<?> type, Function<Object, @Nullable Object> accessor) {

        private static Column of(RecordComponent component) {
            var name =
                    component
                            .getName()
                            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                            .toLowerCase(Locale.ROOT);
            return new Column(name, component.getType(), accessor(component));
        }

        /** As fast as a method reference: calling a method by reflection is felt in bulk. */
        @SuppressWarnings("unchecked") // A record's accessor takes the record and nothing else
        private static Function<Object, @Nullable Object> accessor(RecordComponent component) {
            var method = component.getAccessor();
            method.setAccessible(true);
            try {
                var handle = MethodHandles.lookup().unreflect(method);
                return MethodHandleProxies.asInterfaceInstance(Function.class, handle);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("Component " + component + " is not to be read", e);
            }
        }

        public @Nullable Object of(Object row) {
            return accessor.apply(row);
        }
    }

    private static final ClassValue<Columns> CACHE =
            new ClassValue<>() {
                @Override
                protected Columns computeValue(Class<?> type) {
                    return new Columns(type);
                }
            };

    private final List<Column> all;
    private final Constructor<?> constructor;

    private Columns(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("Rows are records, and " + type + " is none");
        }
        all = Arrays.stream(type.getRecordComponents()).map(Column::of).toList();
        try {
            constructor =
                    type.getDeclaredConstructor(
                            all.stream().map(Column::type).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record without its constructor: " + type, e);
        }
        constructor.setAccessible(true);
    }

    public static Columns of(Class<?> type) {
        return CACHE.get(type);
    }

    public List<Column> all() {
        return all;
    }

    public Column key() {
        return all.getFirst();
    }

    /** The row that has these values, in the order of the columns. */
    public Object row(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No row can be made of what was read", e);
        }
    }
}
