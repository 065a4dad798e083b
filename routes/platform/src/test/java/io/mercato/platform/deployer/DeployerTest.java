package io.mercato.platform.deployer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the deployer with its database, its queues and a cloud in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamelSpringBootTest
@SpringBootTest(
        classes = DeployerTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.flyway.enabled=false",
            "camel.component.jms.transacted=true",
            "camel.component.jms.lazy-create-transaction-manager=false",
            "camel.component.jms.cache-level-name=CACHE_CONSUMER",
            "mercato.outbox.period=500",
            "mercato.deployer.reconcile-delay=1h",
            "mercato.deployer.orphan-grace=0s",
            "mercato.deployer.answer-timeout=1s",
            "queue.deployer.commands=deployer.commands",
            "queue.deployer.accounts=deployer.accounts",
            "topic.deployer.events=deployer.events"
        })
@interface DeployerTest {}
