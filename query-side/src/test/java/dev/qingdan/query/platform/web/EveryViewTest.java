package dev.qingdan.query.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A view that is added and forgets to say what it is read from is found here. */
class EveryViewTest {

    @Test
    void every_view_honours_the_consistency_token() {
        try (var broker = new Broker();
                var instance = Instance.start(TestPostgres.freshDatabase("views"), broker)) {
            var views = views(instance.beans(RequestMappingHandlerMapping.class));

            assertThat(views).containsKeys("/api/v1/orders", "/api/v1/shops", "/api/v1/products");
            assertThat(views)
                    .allSatisfy((path, reads) ->
                            assertThat(reads)
                                    .as(path)
                                    .isNotEmpty()
                                    .isSubsetOf(projections(instance)));
        }
    }

    private static Map<String, List<String>> views(
            Collection<RequestMappingHandlerMapping> mappings) {
        var views = new TreeMap<String, List<String>>();
        mappings.stream()
                .map(RequestMappingHandlerMapping::getHandlerMethods)
                .forEach(methods ->
                        methods.forEach((info, method) -> {
                            var reads = method.getBeanType().getAnnotation(Reads.class);
                            var read = reads == null ? List.<String>of() : List.of(reads.value());
                            if (answers(info.getMethodsCondition().getMethods())) {
                                info.getPatternValues().stream()
                                        .filter(path -> path.startsWith("/api/v1/"))
                                        .forEach(path -> views.put(path, read));
                            }
                        }));
        return views;
    }

    private static boolean answers(Set<RequestMethod> methods) {
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static List<String> projections(Instance instance) {
        return instance.beans(Projection.class).stream().map(Projection::name).toList();
    }
}
