package dev.qingdan.query.platform.cache;

import dev.qingdan.query.platform.security.MemberTokens;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

    @Bean
    static FilterRegistrationBean<Filter> answersFromMemory(
            AnswerCaches caches,
            MemberTokens members,
            // Made later than filters are
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
        var filter =
                new FilterRegistrationBean<Filter>(
                        new CacheFilter(caches, members, problems::getObject));
        filter.addUrlPatterns("/api/v1/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
