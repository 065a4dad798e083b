package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.CompanyKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of companies of one kind, and the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleProperties.class)
public class PeopleConfiguration {

    @Bean("distributorStore")
    CompaniesOfKind distributorStore(CompanyStore companies) {
        return new CompaniesOfKind(companies, CompanyKind.DISTRIBUTOR);
    }

    @Bean("resellerStore")
    CompaniesOfKind resellerStore(CompanyStore companies) {
        return new CompaniesOfKind(companies, CompanyKind.RESELLER);
    }

    @Bean("userCompanyStore")
    CompaniesOfKind userCompanyStore(CompanyStore companies) {
        return new CompaniesOfKind(companies, CompanyKind.CUSTOMER);
    }
}
