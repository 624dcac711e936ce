package dev.qingdan.events;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Lets Jackson call a record's constructor through a handle that is bound once. Its own way adapts
 * one to the number of arguments at each call, which costs more than the call.
 */
public final class RecordsModule extends SimpleModule {

    public RecordsModule() {
        super("records");
    }

    @Override
    public void setupModule(JacksonModule.SetupContext context) {
        super.setupModule(context);
        context.addValueInstantiators(new OfRecords());
    }

    private static final class OfRecords extends ValueInstantiators.Base {

        @Override
        public ValueInstantiator modifyValueInstantiator(
                DeserializationConfig config,
                BeanDescription.Supplier description,
                ValueInstantiator usual) {
            return description.getBeanClass().isRecord()
                            && usual instanceof StdValueInstantiator standard
                            && standard.getClass() == StdValueInstantiator.class
                    ? new OfRecord(standard)
                    : usual;
        }
    }

    private static final class OfRecord extends StdValueInstantiator {

        private final transient @Nullable MethodHandle constructor;

        OfRecord(StdValueInstantiator usual) {
            super(usual);
            var creator = getWithArgsCreator();
            constructor =
                    creator != null && creator.getAnnotated() instanceof Constructor<?> found
                            ? taking(found)
                            : null;
        }

        /** An array of its arguments; null where it is not for us to call. */
        private static @Nullable MethodHandle taking(Constructor<?> constructor) {
            try {
                return MethodHandles.lookup()
                        .unreflectConstructor(constructor)
                        .asSpreader(Object[].class, constructor.getParameterCount())
                        .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (IllegalAccessException notOurs) {
                return null;
            }
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            if (constructor == null) {
                return super.createFromObjectWith(context, arguments);
            }
            try {
                return (Object) constructor.invokeExact(arguments);
            } catch (Error fatal) {
                // It says nothing about what was read
                throw fatal;
            } catch (Throwable refused) {
                throw rewrapCtorProblem(context, refused);
            }
        }
    }
}
