package io.mercato.boot.pages;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The two pages that links of e-mails lead to: {@code /activate} confirms an address, {@code /password} takes a new password.
 * They call the operations of the API, and say nothing but what those answer.
 */
@Configuration(proxyBeanMethods = false)
public class AccountPages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/activate").setViewName("forward:/pages/activate.html");
        registry.addViewController("/password").setViewName("forward:/pages/password.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/pages/**")
                .addResourceLocations("classpath:/pages/")
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic());
    }
}
