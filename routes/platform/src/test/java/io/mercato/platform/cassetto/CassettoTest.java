package io.mercato.platform.cassetto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mercato.domain.cassetto.ObjectKeys;
import io.mercato.domain.cassetto.message.CassettoCommand;
import io.mercato.domain.cassetto.message.CassettoCommand.KeepObject;
import io.mercato.domain.cassetto.message.CassettoCommand.ReleaseObject;
import io.mercato.domain.cassetto.message.ObjectRequest;
import io.mercato.domain.cassetto.message.ObjectUse;
import io.mercato.domain.cassetto.message.StoredObject;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.domain.transfer.ByteRange;
import io.mercato.domain.transfer.Download;
import io.mercato.domain.transfer.Download.Caching;
import io.mercato.domain.transfer.Upload;
import io.mercato.domain.transfer.Wanted;
import io.mercato.processors.cassetto.SampleFiles;
import io.mercato.processors.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@CamelSpringBootTest
@SpringBootTest(
        classes = CassettoTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.flyway.enabled=false",
            "camel.component.jms.transacted=true",
            "camel.component.jms.lazy-create-transaction-manager=false",
            "camel.component.jms.cache-level-name=CACHE_CONSUMER",
            "mercato.outbox.period=500",
            "mercato.cassetto.storage=fake",
            "mercato.cassetto.product-file.types=application/pdf,text/plain,application/zip",
            "mercato.cassetto.removal-period=1h",
            "mercato.cassetto.sweep-delay=1h",
            "queue.cassetto.commands=cassetto.commands",
            "queue.cassetto.thumbnails=cassetto.thumbnails"
        })
class CassettoTest {
    private static final String STRANGER = "ab" + "0".repeat(62);

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @TempDir
    private Path folder;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private FakeStorage storage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Json json;

    @Autowired
    private EmbeddedActiveMQ broker;

    @BeforeEach
    void nothingYet() {
        storage.reset();
        jdbc.sql("truncate cassetto.object, cassetto.reference, cassetto.thumbnail, cassetto.outbox")
                .update();
    }

    private StoredObject store(byte[] content, ObjectUse use) {
        try {
            Path file = Files.write(Files.createTempFile(folder, "upload", ""), content);
            Upload upload = new Upload(file, "picture.png", "image/png", content.length);
            return camel.request("direct:cassetto-store-object", exchange -> {
                        exchange.getMessage().setBody(upload);
                        exchange.setVariable("use", use);
                    })
                    .getMessage()
                    .getBody(StoredObject.class);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private MercatoException refusal(byte[] content, ObjectUse use) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "upload", ""), content);
        Exception failure = camel.request("direct:cassetto-store-object", exchange -> {
                    exchange.getMessage().setBody(new Upload(file, "a.png", "image/png", content.length));
                    exchange.setVariable("use", use);
                })
                .getException();
        Throwable cause = failure;
        while (cause != null && !(cause instanceof MercatoException)) {
            cause = cause.getCause();
        }
        assertThat(cause).as("what went wrong: " + failure).isNotNull();
        return (MercatoException) cause;
    }

    private void send(CassettoCommand command) {
        send(command, UUID.randomUUID());
    }

    private void send(CassettoCommand command, UUID id) {
        camel.sendBodyAndHeaders(
                "jms:queue:cassetto.commands",
                json.write(command),
                Map.of(
                        MessageHeaders.MESSAGE_ID, id.toString(),
                        MessageHeaders.MESSAGE_TYPE, command.getClass().getSimpleName(),
                        MessageHeaders.GROUP, command.holder()));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from cassetto." + table)
                .query(Integer.class)
                .single();
    }

    private void age(String digest) {
        jdbc.sql("update cassetto.object set touched_at = now() - interval '8 days' where digest = ?")
                .param(digest)
                .update();
    }

    private void remove() {
        camel.sendBody("direct:cassetto-remove-objects", null);
    }

    private Download open(ObjectRequest request) {
        return camel.requestBody("direct:cassetto-open-object", request, Download.class);
    }

    private long waiting(String queue) {
        return broker.getActiveMQServer().locateQueue(SimpleString.of(queue)).getMessageCount();
    }

    private void awaitThumbnails(String digest, int many) {
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from cassetto.thumbnail where digest = ?")
                        .param(digest)
                        .query(Integer.class)
                        .single())
                .isEqualTo(many));
    }

    @Test
    void the_same_content_is_stored_once_whatever_it_is_called() {
        byte[] content = SampleFiles.png(20, 10);

        StoredObject first = store(content, ObjectUse.PRODUCT_IMAGE);
        StoredObject second = store(content, ObjectUse.COMPANY_LOGO);

        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(first.name()).isEqualTo(first.digest() + ".png");
        assertThat(first.width()).isEqualTo(20);
        assertThat(storage.puts()).containsExactly(ObjectKeys.object(first.digest()));
        assertThat(storage.content(ObjectKeys.object(first.digest()))).isEqualTo(content);
        assertThat(count("object")).isEqualTo(1);
    }

    @Test
    void what_is_not_taken_leaves_nothing_behind() throws IOException {
        assertThat(refusal(SampleFiles.pdf(), ObjectUse.COMPANY_LOGO).key())
                .isEqualTo("unsupported-file-type-%detected%-%supported%");
        assertThat(refusal(SampleFiles.program(), ObjectUse.PRODUCT_IMAGE).key())
                .isEqualTo("unsupported-file-type-%detected%-%supported%");
        assertThat(refusal(SampleFiles.pngBomb(50_000, 50_000), ObjectUse.PRODUCT_IMAGE)
                        .key())
                .startsWith("image-too-large");
        assertThat(refusal(SampleFiles.svg("<script>1</script>"), ObjectUse.PRODUCT_IMAGE)
                        .key())
                .isEqualTo("unsafe-svg-%found%");
        assertThat(refusal(SampleFiles.zipBomb(20_000_000), ObjectUse.PRODUCT_FILE)
                        .key())
                .startsWith("archive-not-taken");
        assertThat(refusal(new byte[0], ObjectUse.PRODUCT_FILE).key()).isEqualTo("empty-file");
        assertThat(refusal(Arrays.copyOf(SampleFiles.png(300, 200), 300), ObjectUse.PRODUCT_IMAGE)
                        .key())
                .isEqualTo("unreadable-file-%type%");

        assertThat(storage.keys()).isEmpty();
        assertThat(count("object")).isZero();
    }

    @Test
    void while_the_storage_is_away_nothing_is_half_stored_and_the_next_try_goes_through() throws IOException {
        byte[] content = SampleFiles.png(400, 400);
        storage.away(true);

        assertThat(refusal(content, ObjectUse.PRODUCT_IMAGE).kind()).isEqualTo(ErrorKind.RETRYABLE);
        assertThat(count("object")).isZero();
        assertThat(count("outbox")).isZero();

        storage.away(false);
        StoredObject stored = store(content, ObjectUse.PRODUCT_IMAGE);
        assertThat(storage.keys()).contains(ObjectKeys.object(stored.digest()));
    }

    @Test
    void where_a_photograph_was_taken_is_stored_nowhere() {
        byte[] photo = SampleFiles.jpeg(20, 10, 6, "GPS 45.4642 N");

        StoredObject stored = store(photo, ObjectUse.USER_FILE);

        byte[] content = storage.content(ObjectKeys.object(stored.digest()));
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("GPS 45.4642 N");
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
        assertThat(stored.size()).isEqualTo(content.length).isLessThan(photo.length);
        assertThat(stored.width()).isEqualTo(10);
    }

    @Test
    void smaller_images_are_made_after_the_upload_upright_and_without_exif() throws IOException {
        StoredObject stored = store(SampleFiles.jpeg(800, 400, 6), ObjectUse.PRODUCT_IMAGE);

        assertThat(stored.width()).isEqualTo(400);
        assertThat(stored.height()).isEqualTo(800);
        awaitThumbnails(stored.digest(), 2);
        byte[] small = storage.content(ObjectKeys.thumbnail(stored.digest(), 160));
        var image = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(image.getWidth()).isEqualTo(160);
        assertThat(image.getHeight()).isEqualTo(320);
        assertThat(new String(small, StandardCharsets.ISO_8859_1))
                .startsWith("RIFF")
                .doesNotContain("Exif");
    }

    @Test
    void smaller_images_wait_for_a_storage_that_is_away() {
        StoredObject stored = store(SampleFiles.png(300, 300), ObjectUse.PRODUCT_IMAGE);
        storage.away(true);
        await().pollDelay(Duration.ofMillis(500)).until(() -> count("outbox") == 0);
        storage.away(false);

        awaitThumbnails(stored.digest(), 1);
        assertThat(waiting(CassettoTestApplication.DEAD)).isZero();
    }

    @Test
    void an_image_that_is_wide_enough_answers_a_wish() throws IOException {
        StoredObject stored = store(SampleFiles.png(1000, 500), ObjectUse.PRODUCT_IMAGE);
        awaitThumbnails(stored.digest(), 3);

        Download small = open(new ObjectRequest(stored.digest(), "a.png", true, 200, Wanted.everything()));
        Download large = open(new ObjectRequest(stored.digest(), "a.png", true, 900, Wanted.everything()));

        assertThat(ImageIO.read(small.bytes()).getWidth()).isEqualTo(320);
        assertThat(small.type()).isEqualTo("image/webp");
        assertThat(small.caching()).isEqualTo(Caching.FOR_EVER);
        assertThat(small.tag()).isEqualTo(stored.digest() + "-320");
        assertThat(ImageIO.read(large.bytes()).getWidth()).isEqualTo(1000);
        assertThat(large.type()).isEqualTo("image/png");
    }

    @Test
    void until_it_is_made_the_image_itself_answers_for_a_moment() {
        StoredObject stored = store(SampleFiles.png(500, 500), ObjectUse.PRODUCT_IMAGE);
        awaitThumbnails(stored.digest(), 2);
        jdbc.sql("delete from cassetto.thumbnail").update();

        Download answer = open(new ObjectRequest(stored.digest(), "a.png", true, 200, Wanted.everything()));

        assertThat(answer.type()).isEqualTo("image/png");
        assertThat(answer.caching()).isEqualTo(Caching.FOR_A_MOMENT);
    }

    @Test
    void a_client_that_has_it_gets_no_bytes_and_the_storage_is_not_asked() {
        StoredObject stored = store(SampleFiles.pdf(), ObjectUse.PRODUCT_FILE);
        storage.away(true);

        Download answer = open(new ObjectRequest(
                stored.digest(), "a.pdf", false, null, new Wanted(List.of(stored.digest()), null, null)));

        assertThat(answer.isUnchanged()).isTrue();
        assertThat(answer.caching()).isEqualTo(Caching.PRIVATE);
    }

    @Test
    void of_a_part_the_storage_is_asked_for_nothing_more() throws IOException {
        StoredObject stored = store(SampleFiles.pdf(), ObjectUse.PRODUCT_FILE);
        Wanted part = new Wanted(List.of(), "bytes=2-5", null);

        Download answer = open(new ObjectRequest(stored.digest(), "a.pdf", true, null, part));

        assertThat(answer.bytes().readAllBytes()).isEqualTo(Arrays.copyOfRange(SampleFiles.pdf(), 2, 6));
        assertThat(answer.part()).isEqualTo(new ByteRange(2, 5));
        assertThat(answer.size()).isEqualTo(SampleFiles.pdf().length);
        assertThat(storage.lastRange()).isEqualTo(new ByteRange(2, 5));
    }

    @Test
    void a_content_that_nobody_knows_is_not_found() {
        assertThatThrownBy(() -> open(new ObjectRequest(STRANGER, "a", true, null, Wanted.everything())))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseInstanceOf(MercatoException.class);
    }

    @Test
    void what_somebody_holds_stays_and_what_nobody_holds_goes_after_a_while() {
        StoredObject held = store(SampleFiles.png(500, 500), ObjectUse.PRODUCT_IMAGE);
        StoredObject left = store(SampleFiles.png(600, 600), ObjectUse.PRODUCT_IMAGE);
        StoredObject fresh = store(SampleFiles.pdf(), ObjectUse.PRODUCT_FILE);
        send(new KeepObject(held.digest(), "file/1"));
        awaitThumbnails(held.digest(), 2);
        awaitThumbnails(left.digest(), 2);
        await().until(() -> count("reference") == 1);
        age(held.digest());
        age(left.digest());

        remove();

        assertThat(storage.keys())
                .contains(ObjectKeys.object(held.digest()), ObjectKeys.object(fresh.digest()))
                .contains(ObjectKeys.thumbnail(held.digest(), 160))
                .noneMatch(key -> key.contains(left.digest()));
        assertThat(jdbc.sql("select digest from cassetto.object")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(held.digest(), fresh.digest());
    }

    @Test
    void a_content_that_two_hold_goes_when_the_last_lets_go() {
        StoredObject stored = store(SampleFiles.pdf(), ObjectUse.PRODUCT_FILE);
        send(new KeepObject(stored.digest(), "file/1"));
        send(new KeepObject(stored.digest(), "file/2"));
        await().until(() -> count("reference") == 2);
        send(new ReleaseObject(stored.digest(), "file/1"));
        await().until(() -> count("reference") == 1);
        age(stored.digest());
        remove();
        assertThat(storage.keys()).hasSize(1);

        send(new ReleaseObject(stored.digest(), "file/2"));
        await().until(() -> count("reference") == 0);
        remove();
        assertThat(storage.keys()).as("the while begins when the last lets go").hasSize(1);
        age(stored.digest());
        remove();
        assertThat(storage.keys()).isEmpty();
    }

    @Test
    void a_redelivered_command_changes_nothing() {
        StoredObject stored = store(SampleFiles.pdf(), ObjectUse.PRODUCT_FILE);
        UUID keep = UUID.randomUUID();
        send(new KeepObject(stored.digest(), "file/1"), keep);
        send(new ReleaseObject(stored.digest(), "file/1"));
        send(new KeepObject(stored.digest(), "file/1"), keep);
        UUID last = UUID.randomUUID();
        send(new KeepObject(stored.digest(), "file/9"), last);
        await().until(() -> count("reference") == 1 && waiting("cassetto.commands") == 0);

        assertThat(jdbc.sql("select holder from cassetto.reference")
                        .query(String.class)
                        .list())
                .containsExactly("file/9");
    }

    @Test
    void who_holds_what_is_not_there_is_a_dead_letter() {
        long before = waiting(CassettoTestApplication.DEAD);

        send(new KeepObject(STRANGER, "file/1"));

        await().until(() -> waiting(CassettoTestApplication.DEAD) == before + 1);
    }

    @Test
    void an_upload_of_what_is_being_removed_waits_and_is_stored_anew() throws Exception {
        byte[] content = SampleFiles.pdf();
        StoredObject stored = store(content, ObjectUse.PRODUCT_FILE);
        age(stored.digest());
        CountDownLatch hold = storage.holdDeletions();
        CompletableFuture<Void> removal = CompletableFuture.runAsync(this::remove);
        await().until(() -> !storage.deletions().isEmpty());

        CompletableFuture<StoredObject> upload =
                CompletableFuture.supplyAsync(() -> store(content, ObjectUse.PRODUCT_FILE));
        await().until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                > 0);
        hold.countDown();

        removal.get(20, TimeUnit.SECONDS);
        assertThat(upload.get(20, TimeUnit.SECONDS).digest()).isEqualTo(stored.digest());
        assertThat(storage.content(ObjectKeys.object(stored.digest()))).isEqualTo(content);
        assertThat(jdbc.sql("select stored from cassetto.object")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void a_removal_that_the_storage_refuses_is_tried_again() {
        StoredObject stored = store(SampleFiles.pdf(), ObjectUse.PRODUCT_FILE);
        age(stored.digest());
        storage.away(true);

        assertThatThrownBy(this::remove).isInstanceOf(CamelExecutionException.class);
        assertThat(count("object")).isEqualTo(1);

        storage.away(false);
        remove();
        assertThat(count("object")).isZero();
        assertThat(storage.keys()).isEmpty();
    }

    @Test
    void what_lies_on_the_storage_unknown_is_found_and_goes_like_the_rest() {
        storage.leave(ObjectKeys.object(STRANGER), Instant.now().minus(Duration.ofDays(30)));
        storage.leave(ObjectKeys.thumbnail(STRANGER, 160), Instant.now().minus(Duration.ofDays(30)));
        storage.leave("notes-of-somebody.txt", Instant.now().minus(Duration.ofDays(30)));

        camel.sendBody("direct:cassetto-sweep-storage", null);

        assertThat(jdbc.sql("select digest from cassetto.object where not stored")
                        .query(String.class)
                        .list())
                .containsExactly(STRANGER);
        age(STRANGER);
        remove();
        assertThat(storage.keys()).containsExactly("notes-of-somebody.txt");
    }

    @Test
    void what_was_put_just_now_is_no_orphan() {
        storage.leave(ObjectKeys.object(STRANGER), Instant.now());

        camel.sendBody("direct:cassetto-sweep-storage", null);

        assertThat(count("object")).isZero();
    }

    @Test
    void an_orphan_that_somebody_sends_after_all_is_put_anew() {
        StoredObject stored = store(SampleFiles.pdf(), ObjectUse.PRODUCT_FILE);
        jdbc.sql("truncate cassetto.object cascade").update();
        storage.leave(ObjectKeys.object(stored.digest()), Instant.now().minus(Duration.ofDays(30)));
        camel.sendBody("direct:cassetto-sweep-storage", null);
        assertThat(count("object")).isEqualTo(1);

        store(SampleFiles.pdf(), ObjectUse.PRODUCT_FILE);

        assertThat(storage.content(ObjectKeys.object(stored.digest()))).isEqualTo(SampleFiles.pdf());
        assertThat(jdbc.sql("select stored from cassetto.object")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
