package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackErrors.translating;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.cloud.CloudAnswer.Prerequisites;
import io.mercato.domain.cloud.CloudRequest.CheckPrerequisites;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.jclouds.openstack.nova.v2_0.domain.Flavor;
import org.jclouds.openstack.nova.v2_0.features.FlavorApi;
import org.springframework.stereotype.Component;

/** Flavors and images, by name or id; what was found is remembered for some minutes. */
@Component
public class OpenStackCatalogue {
    static final String FLAVOR = "openstackFlavor";
    static final String IMAGE = "openstackImage";
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final OpenStackSessions sessions;

    OpenStackCatalogue(OpenStackSessions sessions) {
        this.sessions = sessions;
    }

    /** Leaves the flavor and, where it is known, the image's id in variables. */
    public void recall(Exchange exchange, @Variable(OpenStackRequests.REQUEST) CheckPrerequisites request) {
        OpenStackSession session = sessions.of(request.account());
        String key = "flavor:" + request.flavor();
        Flavor flavor = session.recall(key, Flavor.class)
                .orElseGet(() -> session.remember(key, translating(() -> findFlavor(session, request.flavor()))));
        exchange.setVariable(FLAVOR, flavor);
        exchange.setVariable(
                IMAGE, session.recall(imageKey(request.image()), String.class).orElse(""));
    }

    /** Nova cannot be asked for a flavor by its name, so all are listed, once in a while. */
    private static Flavor findFlavor(OpenStackSession session, String nameOrId) {
        FlavorApi api = session.nova().getFlavorApi(session.region());
        return api.listInDetail()
                .concat()
                .firstMatch(flavor ->
                        flavor != null && (nameOrId.equals(flavor.getName()) || nameOrId.equals(flavor.getId())))
                .toJavaUtil()
                .or(() -> Optional.ofNullable(api.get(nameOrId)))
                .orElseThrow(() -> OpenStackErrors.notFound("flavor", nameOrId));
    }

    public boolean isImageUnknown(@Variable(IMAGE) String imageId) {
        return imageId.isEmpty();
    }

    /** Of several images of one name the newest counts. */
    public OpenStackCall findImage(@Variable(OpenStackRequests.REQUEST) CheckPrerequisites request) {
        String wanted = OpenStackCall.encode(request.image());
        String path = UUID.matcher(request.image()).matches()
                ? "/images/" + wanted
                : "/images?name=" + wanted + "&status=active&sort=created_at:desc&limit=1";
        return OpenStackCall.get(request.account(), OpenStackService.IMAGE, path)
                .orMissing();
    }

    /** Leaves the image's id in its variable. */
    public void rememberImage(
            Exchange exchange, @Variable(OpenStackRequests.REQUEST) CheckPrerequisites request, @Body JsonNode answer) {
        JsonNode image = answer.has("images") ? answer.path("images").path(0) : answer;
        if (!image.path("id").isTextual()) {
            throw OpenStackErrors.notFound("image", request.image());
        }
        String id = image.path("id").asText();
        exchange.setVariable(IMAGE, sessions.of(request.account()).remember(imageKey(request.image()), id));
    }

    public Prerequisites answer(@Variable(FLAVOR) Flavor flavor, @Variable(IMAGE) String imageId) {
        return new Prerequisites(flavor.getId(), imageId);
    }

    private static String imageKey(String nameOrId) {
        return "image:" + nameOrId;
    }
}
