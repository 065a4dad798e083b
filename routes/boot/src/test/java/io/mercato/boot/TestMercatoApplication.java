package io.mercato.boot;

import io.mercato.boot.security.TestUserDirectory;
import org.springframework.boot.SpringApplication;

/** The program with users in memory. */
public class TestMercatoApplication {

    public static void main(String[] args) {
        SpringApplication.from(MercatoApplication::main)
                .with(TestUserDirectory.class)
                .run(args);
    }
}
