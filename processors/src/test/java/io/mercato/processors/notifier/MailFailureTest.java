package io.mercato.processors.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailFailureTest {

    @ParameterizedTest
    @CsvSource({"550, true", "553, true", "450, false", "421, false"})
    void a_recipient_that_the_server_refuses_for_good_is_not_tried_again(int code, boolean permanent) throws Exception {
        var refusal = new SMTPAddressFailedException(new InternetAddress("a@b.c"), "RCPT", code, "no");
        var failure = new RuntimeException(new SendFailedException("Invalid Addresses", refusal));

        assertThat(MailFailure.isPermanent(failure)).isEqualTo(permanent);
    }

    @Test
    void a_server_that_is_not_there_is_tried_again_and_an_email_that_is_refused_here_is_not() {
        assertThat(MailFailure.isPermanent(new MessagingException("down", new ConnectException("refused"))))
                .isFalse();
        assertThat(MailFailure.isPermanent(new EmailRefusedException("line break")))
                .isTrue();
        assertThat(MailFailure.isPermanent(new IllegalArgumentException("There is no e-mail x")))
                .isFalse();
    }
}
