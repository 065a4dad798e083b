package io.mercato.rest.cmw.people;

import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.CompanyGroup;
import io.mercato.domain.cmw.people.Notification;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Operation;
import io.mercato.rest.cmw.Resource;
import io.mercato.rest.cmw.ResourceModule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The REST face of the companies of the channel, of groups of their people, and of what the panel tells. */
@Component
public class ChannelModule extends ResourceModule {
    private static final Set<Role> LOGGED_IN = Operation.LOGGED_IN;
    // spotless:off
    private static final Resource<Company, DistributorBody> DISTRIBUTOR = new Resource<>(
            "distributor", "distributor", LOGGED_IN,
            Company.class, DistributorBody.class, DistributorBody::of, DistributorBody::toDomain);
    private static final Resource<Company, ResellerBody> RESELLER = new Resource<>(
            "reseller", "reseller", LOGGED_IN,
            Company.class, ResellerBody.class, ResellerBody::of, ResellerBody::toDomain);
    private static final Resource<Company, UserCompanyBody> USER_COMPANY = new Resource<>(
            "user-company", "userCompany", LOGGED_IN,
            Company.class, UserCompanyBody.class, UserCompanyBody::of, UserCompanyBody::toDomain);
    private static final Resource<CompanyGroup, CompanyGroupBody> GROUP = new Resource<>(
            "company-group", "companyGroup", LOGGED_IN,
            CompanyGroup.class, CompanyGroupBody.class, CompanyGroupBody::of, CompanyGroupBody::toDomain);
    private static final Resource<Notification, NotifyBody> NOTIFICATION = new Resource<>(
            "notification", "notification", LOGGED_IN,
            Notification.class, NotifyBody.class, NotifyBody::of, NotifyBody::toDomain);
    // spotless:on

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public void configure() {
        super.configure();
        Stream.of(DISTRIBUTOR, RESELLER, USER_COMPANY).forEach(this::patched);
    }

    @Override
    public List<Operation<?, ?>> operations() {
        Stream<Stream<Operation<?, ?>>> all = Stream.of(
                Stream.of(DISTRIBUTOR, RESELLER, USER_COMPANY, GROUP, NOTIFICATION)
                        .flatMap(Resource::operations),
                Stream.of(DISTRIBUTOR, RESELLER, USER_COMPANY).map(Resource::patch),
                Stream.of(DISTRIBUTOR, RESELLER, USER_COMPANY).flatMap(Resource::metadata));
        return all.<Operation<?, ?>>flatMap(Function.identity()).toList();
    }
}
