package io.mercato.processors.cmw.file;

import io.mercato.domain.cmw.file.FileKind;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.messaging.Outbox;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A store for each kind of files. */
@Configuration(proxyBeanMethods = false)
class FileConfiguration {
    private final Tables tables;
    private final Outbox outbox;
    private final Logos logos;

    FileConfiguration(Tables tables, @Qualifier("cmwOutbox") Outbox outbox, Logos logos) {
        this.tables = tables;
        this.outbox = outbox;
        this.logos = logos;
    }

    @Bean
    FileStore productImageFileStore() {
        return new FileStore(FileKind.PRODUCT_IMAGE, tables, outbox, logos);
    }

    @Bean
    FileStore fileStore() {
        return new FileStore(FileKind.PRODUCT_FILE, tables, outbox, logos);
    }

    @Bean
    FileStore companyLogoFileStore() {
        return new FileStore(FileKind.COMPANY_LOGO, tables, outbox, logos);
    }

    @Bean
    FileStore publicUserFileStore() {
        return new FileStore(FileKind.USER_FILE, tables, outbox, logos);
    }
}
