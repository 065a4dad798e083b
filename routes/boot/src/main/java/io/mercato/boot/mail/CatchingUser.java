package io.mercato.boot.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.function.Consumer;

/** The one recipient behind all addresses. What comes for it goes to the folder, and nothing stays in memory. */
class CatchingUser implements GreenMailUser {
    private static final String EVERYBODY = "everybody";

    private final Consumer<MimeMessage> box;

    CatchingUser(Consumer<MimeMessage> box) {
        this.box = box;
    }

    /** Failing here answers the sender with an error, so that it keeps the mail. */
    static Consumer<MimeMessage> into(MailFolder folder) {
        return message -> {
            try {
                folder.add(message);
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException("The mail cannot be kept", e);
            }
        };
    }

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        box.accept(message);
    }

    @Override
    public String getEmail() {
        return EVERYBODY;
    }

    @Override
    public String getLogin() {
        return EVERYBODY;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getQualifiedMailboxName() {
        return EVERYBODY;
    }

    @Override
    public void create() {
        // it has no mailbox
    }

    @Override
    public void delete() {
        // it has no mailbox
    }

    @Override
    public void setPassword(String password) {
        // nobody logs in
    }

    @Override
    public void authenticate(String password) {
        // nobody logs in
    }
}
