package dev.qingdan.query.platform.cache;

import dev.qingdan.query.platform.security.MemberTokens;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

    @Bean
    static FilterRegistrationBean<Filter> answersFromMemory(
            AnswerCaches caches, MemberTokens members) {
        var filter = new FilterRegistrationBean<Filter>(new CacheFilter(caches, members));
        filter.addUrlPatterns("/api/v1/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
