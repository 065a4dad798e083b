package io.mercato.processors.notifier;

import io.mercato.domain.money.Money;
import io.mercato.domain.notifier.AccountEmail;
import io.mercato.domain.notifier.Email;
import io.mercato.domain.notifier.InvoiceEmail;
import io.mercato.domain.notifier.OrderEmail;
import io.mercato.domain.notifier.ProductEmail;
import io.mercato.domain.notifier.ResourcePage;
import io.mercato.domain.notifier.SubscriptionEmail;
import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.EmailRequested.Brand;
import io.mercato.domain.notifier.message.EmailRequested.Recipient;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An e-mail of every kind, each with everything that it can tell. */
final class Emails {
    static final Recipient ADA = new Recipient("Ada Rossi", "ada@example.org");
    static final Brand BRAND = new Brand(
            "Bazaar & Sons", "#0b5cad", "https://market.example", "help@market.example", "Via Roma 1, Milano");

    private static final String URL = "https://market.example/page?a=1&b=2";
    private static final ResourcePage PAGE = new ResourcePage("order", 41, URL);
    private static final Instant AT = Instant.parse("2026-03-05T10:00:00Z");
    private static final Money TOTAL = Money.of("1234.50", "EUR");

    private Emails() {}

    static NotifierProperties settings(String from) {
        return new NotifierProperties(
                from,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                8,
                Duration.ofSeconds(30),
                100,
                Duration.ofDays(365),
                Duration.ofDays(7));
    }

    static List<Email> all() {
        return List.of(
                new OrderEmail.Created(41, "Wiki", "Gold", TOTAL, true, false, null, null, PAGE),
                new OrderEmail.Created(41, "Wiki", "Gold", TOTAL, true, true, AT, null, PAGE),
                new OrderEmail.Created(41, "Wiki", "Gold", TOTAL, true, false, AT, null, PAGE),
                new OrderEmail.Created(41, "Wiki", "Gold", TOTAL, false, false, null, null, PAGE),
                new OrderEmail.Created(41, "Wiki", "Gold", TOTAL, false, false, null, 24, PAGE),
                new OrderEmail.ToApprove(41, "Wiki", "Gold", "Acme", TOTAL, PAGE),
                new OrderEmail.Rejected(41, "Wiki", true, null, PAGE),
                new OrderEmail.Rejected(41, "Wiki", false, "Out of stock", PAGE),
                new SubscriptionEmail.Deploying("my-wiki", "Wiki", PAGE),
                deployed("s3cret<&>"),
                new SubscriptionEmail.Deployed(
                        "box",
                        "Debian",
                        PAGE,
                        null,
                        null,
                        null,
                        "ssh -p 2222 debian@127.77.0.2",
                        List.of(),
                        false,
                        false),
                new SubscriptionEmail.Deployed(
                        "crm",
                        "CRM",
                        PAGE,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new SubscriptionEmail.Endpoint(null, "APP", "https://crm.example"),
                                new SubscriptionEmail.Endpoint(null, "PASSWORD_RESET", "https://crm.example/reset"),
                                new SubscriptionEmail.Endpoint(null, "DOCUMENTATION", "https://crm.example/docs"),
                                new SubscriptionEmail.Endpoint(null, "VIDEO", "https://crm.example/video"),
                                new SubscriptionEmail.Endpoint("Status", null, "https://crm.example/status"),
                                new SubscriptionEmail.Endpoint(null, null, "https://crm.example/more")),
                        true,
                        true),
                new SubscriptionEmail.DeployedForVendor(7, "my-wiki", "Wiki", "Acme", PAGE),
                new SubscriptionEmail.DeploymentFailed("my-wiki", "Wiki", PAGE),
                new SubscriptionEmail.DeploymentFailedForStaff(
                        7, "my-wiki", "Wiki", "Acme", "CREATE_SERVER", "No quota", true, PAGE),
                new SubscriptionEmail.DeploymentFailedForStaff(
                        7, "my-wiki", "Wiki", "Acme", "CREATE_SERVER", "No quota", false, PAGE),
                new SubscriptionEmail.HasFailed("my-wiki", "Wiki", PAGE),
                new SubscriptionEmail.FailedAtVendorForStaff(7, "my-wiki", "Wiki", "Acme", true, PAGE),
                new SubscriptionEmail.FailedAtVendorForStaff(7, "my-wiki", "Wiki", "Acme", false, PAGE),
                new SubscriptionEmail.Stopped("my-wiki", "Wiki", true, PAGE),
                new SubscriptionEmail.Stopped("my-wiki", "Wiki", false, PAGE),
                new SubscriptionEmail.Undeployed("my-wiki", "Wiki", true, PAGE),
                new SubscriptionEmail.Undeployed("my-wiki", "Wiki", false, PAGE),
                new SubscriptionEmail.Killed("my-wiki", "Wiki", AT, PAGE),
                new SubscriptionEmail.Expiring("my-wiki", "Wiki", AT, 7, true, PAGE),
                new SubscriptionEmail.Expiring("my-wiki", "Wiki", AT, 7, false, PAGE),
                new SubscriptionEmail.Upgraded("my-wiki", "Wiki", "Gold", "Small", true, AT, PAGE),
                new SubscriptionEmail.Upgraded("my-wiki", "Wiki", "Small", "Gold", false, AT, PAGE),
                new SubscriptionEmail.QuantitiesChanged(
                        "my-wiki", "Wiki", List.of(new SubscriptionEmail.Quantity("Seats", 3, 5)), false, AT, PAGE),
                new SubscriptionEmail.QuantitiesChanged(
                        "my-wiki", "Wiki", List.of(new SubscriptionEmail.Quantity("Seats", 5, 3)), true, AT, PAGE),
                new InvoiceEmail.Overdue("41/2026", TOTAL, AT, "my-wiki", "Wiki", PAGE),
                new InvoiceEmail.Issued("41/2026", TOTAL, AT, PAGE),
                new InvoiceEmail.ToPay("41/2026", TOTAL, AT, PAGE),
                new InvoiceEmail.Paid("41/2026", TOTAL, AT, PAGE),
                new AccountEmail.Registered("ada", URL),
                new AccountEmail.Confirm("ada", URL, AT),
                new AccountEmail.ConfirmAddress("ada", "ada@new.example", URL, AT),
                new AccountEmail.AddressChanged("ada", "ada@new.example", AT, URL),
                new AccountEmail.Invited("ada", URL, AT),
                new AccountEmail.PasswordRecovery("ada", URL, AT),
                new AccountEmail.PasswordChanged("ada", AT, URL),
                new AccountEmail.VendorRegistered("Acme", URL),
                new AccountEmail.VendorToApprove("Acme", "Ada Rossi", "ada@example.org", PAGE),
                new AccountEmail.VendorApproved("Acme", URL),
                new ProductEmail.ApprovalRequested("Wiki", "Acme", "name, faq", PAGE),
                new ProductEmail.Approved("Wiki", null, PAGE),
                new ProductEmail.Rejected("Wiki", "Too loud", PAGE));
    }

    static Email deployed(String password) {
        return new SubscriptionEmail.Deployed(
                "my-wiki",
                "Wiki",
                PAGE,
                "http://127.77.0.1:8090",
                "admin",
                password,
                "ssh -p 2222 debian@127.77.0.1",
                List.of(),
                false,
                false);
    }

    /** The request as it arrives: once written to JSON and read back. */
    static EmailRequested arrived(Email email, Recipient to, String language, Brand brand) {
        Json json = new Json(JsonConfiguration.newMapper());
        return json.read(json.write(email.to(to, language, brand)), EmailRequested.class);
    }

    static EmailRequested arrived(Email email, String language) {
        return arrived(email, ADA, language, BRAND);
    }
}
