package dev.qingdan.command.inspect;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.command.platform.store.EventLog.Positioned;
import dev.qingdan.command.platform.store.StoredMessage;
import dev.qingdan.events.AggregateType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.BeanUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state that an aggregate's own event handlers make of its events. It asks Axon for the
 * aggregates, so a new one is shown without a line here.
 */
@Component
class AggregateStates {

    /** The shell's own field says no more than the address of what is shown. */
    private static final String ADDRESS = "stream";

    private static final JsonMapper FIELDS =
            JsonMapper.builder()
                    .changeDefaultVisibility(visibility ->
                            visibility
                                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
                    .build();

    private final Map<AggregateType, Class<?>> shells = new EnumMap<>(AggregateType.class);

    AggregateStates(ApplicationContext context) {
        for (var name : context.getBeanNamesForAnnotation(Aggregate.class)) {
            var shell = context.getType(name);
            var annotation = context.findAnnotationOnBean(name, Aggregate.class);
            if (shell != null && annotation != null) {
                shells.put(AggregateType.ofTypeName(annotation.type()), shell);
            }
        }
    }

    /** Empty for what decides nothing by itself and so has no state. */
    JsonNode after(StreamId stream, List<Positioned> events) {
        var shell = shells.get(stream.type());
        return shell == null
                ? JsonNodeFactory.instance.objectNode()
                : FIELDS.<ObjectNode>valueToTree(fold(shell, events)).without(ADDRESS);
    }

    private static <T> T fold(Class<T> shell, List<Positioned> events) {
        AggregateModel<T> model = AnnotatedAggregateMetaModelFactory.inspectAggregate(shell);
        var state = BeanUtils.instantiateClass(shell);
        for (var event : events) {
            model.publish(StoredMessage.of(event), state);
        }
        return state;
    }
}
