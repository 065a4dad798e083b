package io.mercato.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.PropertySource;

/** The whole platform in one process: everything below {@code io.mercato}, on embedded defaults. */
@SpringBootApplication(scanBasePackages = "io.mercato", nameGenerator = ModuleBeanNames.class)
@ConfigurationPropertiesScan("io.mercato")
@PropertySource("classpath:destinations.properties")
public class MercatoApplication {

    public static void main(String[] args) {
        SpringApplication.run(MercatoApplication.class, args);
    }
}
