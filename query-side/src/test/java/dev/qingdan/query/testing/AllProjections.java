package dev.qingdan.query.testing;

import dev.qingdan.query.QueryApplication;
import dev.qingdan.query.platform.projection.Projection;
import java.util.List;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every projection of the product, found as Spring finds them, but without Spring around them. */
public final class AllProjections {

    private AllProjections() {}

    public static List<Projection> list() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        return scanner.findCandidateComponents(QueryApplication.class.getPackageName()).stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .filter(name -> name.endsWith("Projection"))
                .sorted()
                .map(AllProjections::projection)
                .toList();
    }

    private static Projection projection(String className) {
        var type = ClassUtils.resolveClassName(className, AllProjections.class.getClassLoader());
        return (Projection) BeanUtils.instantiateClass(type);
    }
}
