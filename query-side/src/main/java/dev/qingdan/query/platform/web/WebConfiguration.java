package dev.qingdan.query.platform.web;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final OwnWrites ownWrites;

    WebConfiguration(OwnWrites ownWrites) {
        this.ownWrites = ownWrites;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(ownWrites);
    }

    /** A polling client sends If-None-Match, and hears 304 while nothing has changed. */
    @Bean
    static FilterRegistrationBean<Filter> entityTags() {
        var filter = new FilterRegistrationBean<Filter>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns("/api/v1/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }
}
