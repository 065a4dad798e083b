package io.mercato.rest.deployer;

import io.mercato.domain.cloud.CloudAnswer.Verdict;

/** Whether the cloud is there and takes the account in, and what it said. */
record VerdictBody(boolean accepted, String message) {

    static VerdictBody of(Verdict verdict) {
        return new VerdictBody(verdict.accepted(), verdict.message());
    }
}
