package io.mercato.domain.deployer;

import static io.mercato.domain.deployer.Announcement.*;
import static io.mercato.domain.deployer.DeploymentEventKind.*;
import static io.mercato.domain.deployer.DeploymentState.*;
import static io.mercato.domain.deployer.Step.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.lifecycle.Outcome;
import io.mercato.domain.lifecycle.Outcome.Moved;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeploymentLifecycleTest {
    private static final Map<DeploymentState, Set<DeploymentEventKind>> LEGAL = new EnumMap<>(DeploymentState.class);

    static {
        LEGAL.put(ABSENT, EnumSet.of(DEPLOY_REQUESTED, UNDEPLOY_REQUESTED));
        LEGAL.put(PREPARING, building(PREREQUISITES_MET, NETWORK_READY, KEY_READY, FIREWALL_READY));
        LEGAL.put(
                CREATING,
                building(
                        SERVER_ACCEPTED,
                        SERVER_VANISHED,
                        MACHINE_ANSWERS,
                        MACHINE_ANSWERS_FOR_DISK,
                        MACHINE_ANSWERS_FOR_APPLICATION));
        LEGAL.put(ATTACHING, building(VOLUME_ACCEPTED, VOLUME_AVAILABLE, ATTACH_ACCEPTED, VOLUME_ATTACHED));
        LEGAL.put(CONFIGURING, building(APPLICATION_ANSWERS));
        LEGAL.put(
                DEPLOYED,
                EnumSet.of(
                        DEPLOY_REQUESTED,
                        START_REQUESTED,
                        STOP_REQUESTED,
                        RESIZE_REQUESTED,
                        UNDEPLOY_REQUESTED,
                        SERVER_MISSED,
                        SERVER_SEEN,
                        SERVER_VANISHED,
                        GIVEN_UP));
        LEGAL.put(
                STOPPING,
                EnumSet.of(
                        STOP_REQUESTED, UNDEPLOY_REQUESTED, STOP_ACCEPTED, SERVER_STOPPED, SERVER_VANISHED, GIVEN_UP));
        LEGAL.put(
                STOPPED,
                EnumSet.of(
                        STOP_REQUESTED,
                        START_REQUESTED,
                        UNDEPLOY_REQUESTED,
                        SERVER_MISSED,
                        SERVER_SEEN,
                        SERVER_VANISHED,
                        GIVEN_UP));
        LEGAL.put(
                STARTING,
                EnumSet.of(
                        START_REQUESTED,
                        UNDEPLOY_REQUESTED,
                        START_ACCEPTED,
                        MACHINE_ANSWERS,
                        MACHINE_ANSWERS_FOR_APPLICATION,
                        APPLICATION_ANSWERS,
                        SERVER_VANISHED,
                        GIVEN_UP));
        LEGAL.put(
                RESIZING,
                EnumSet.of(
                        UNDEPLOY_REQUESTED,
                        PREREQUISITES_MET,
                        RESIZE_ACCEPTED,
                        SERVER_RESIZED,
                        MACHINE_ANSWERS,
                        MACHINE_ANSWERS_FOR_APPLICATION,
                        APPLICATION_ANSWERS,
                        SERVER_VANISHED,
                        GIVEN_UP));
        LEGAL.put(RELEASING, releasing());
        LEGAL.put(FAILED, EnumSet.of(DEPLOY_REQUESTED, UNDEPLOY_REQUESTED));
        LEGAL.put(UNDEPLOYING, releasing());
        LEGAL.put(UNDEPLOYED, EnumSet.of(DEPLOY_REQUESTED, UNDEPLOY_REQUESTED));
        LEGAL.forEach((state, events) -> {
            if (events.contains(GIVEN_UP)) {
                events.add(ATTEMPT_FAILED);
            }
        });
    }

    private static Set<DeploymentEventKind> building(DeploymentEventKind... own) {
        Set<DeploymentEventKind> events = EnumSet.of(DEPLOY_REQUESTED, UNDEPLOY_REQUESTED, GIVEN_UP, GIVEN_UP_KEEPING);
        events.addAll(List.of(own));
        return events;
    }

    private static Set<DeploymentEventKind> releasing() {
        return EnumSet.of(
                UNDEPLOY_REQUESTED,
                LEFTOVERS_FOUND,
                SERVER_DELETE_ACCEPTED,
                SERVER_GONE_DISK_NEXT,
                VOLUME_DELETE_ACCEPTED,
                ALL_RELEASED,
                GIVEN_UP);
    }

    @ParameterizedTest
    @EnumSource(DeploymentState.class)
    void in_each_state_exactly_these_events_are_legal(DeploymentState state) {
        Set<DeploymentEventKind> legal = EnumSet.noneOf(DeploymentEventKind.class);
        for (DeploymentEventKind event : DeploymentEventKind.values()) {
            if (DeploymentLifecycle.table().isLegal(state, event)) {
                legal.add(event);
            }
        }
        assertThat(legal).isEqualTo(LEGAL.get(state));
    }

    @Test
    void a_bare_machine_has_neither_disk_nor_configuration() {
        assertThat(walk(
                        ABSENT,
                        DEPLOY_REQUESTED,
                        PREREQUISITES_MET,
                        NETWORK_READY,
                        KEY_READY,
                        FIREWALL_READY,
                        SERVER_ACCEPTED,
                        MACHINE_ANSWERS))
                .containsExactly(
                        CHECK_PREREQUISITES,
                        ENSURE_NETWORK,
                        ENSURE_KEY,
                        ENSURE_FIREWALL,
                        CREATE_SERVER,
                        AWAIT_SERVER,
                        TELL_DEPLOYED);
    }

    @Test
    void an_application_gets_its_disk_and_has_to_answer() {
        assertThat(walk(
                        CREATING,
                        MACHINE_ANSWERS_FOR_DISK,
                        VOLUME_ACCEPTED,
                        VOLUME_AVAILABLE,
                        ATTACH_ACCEPTED,
                        VOLUME_ATTACHED,
                        APPLICATION_ANSWERS))
                .containsExactly(
                        CREATE_VOLUME, AWAIT_VOLUME, ATTACH_VOLUME, AWAIT_ATTACHED, AWAIT_APPLICATION, TELL_DEPLOYED);
    }

    @Test
    void a_machine_that_vanishes_while_it_is_built_is_created_again() {
        assertThat(walk(CREATING, SERVER_VANISHED, SERVER_ACCEPTED)).containsExactly(CREATE_SERVER, AWAIT_SERVER);
    }

    @Test
    void a_machine_is_stopped_and_started() {
        assertThat(walk(DEPLOYED, STOP_REQUESTED, STOP_ACCEPTED, SERVER_STOPPED))
                .containsExactly(STOP_SERVER, AWAIT_STOPPED, TELL_STOPPED);
        assertThat(walk(STOPPED, START_REQUESTED, START_ACCEPTED, MACHINE_ANSWERS))
                .containsExactly(START_SERVER, AWAIT_SERVER, TELL_STARTED);
    }

    @Test
    void a_machine_is_resized() {
        assertThat(walk(
                        DEPLOYED,
                        RESIZE_REQUESTED,
                        PREREQUISITES_MET,
                        RESIZE_ACCEPTED,
                        SERVER_RESIZED,
                        MACHINE_ANSWERS_FOR_APPLICATION,
                        APPLICATION_ANSWERS))
                .containsExactly(
                        CHECK_FLAVOR, RESIZE_SERVER, AWAIT_RESIZED, AWAIT_SERVER, AWAIT_APPLICATION, TELL_RESIZED);
    }

    @Test
    void a_build_that_is_given_up_is_released_and_told() {
        assertThat(walk(
                        ATTACHING,
                        GIVEN_UP,
                        LEFTOVERS_FOUND,
                        SERVER_DELETE_ACCEPTED,
                        SERVER_GONE_DISK_NEXT,
                        VOLUME_DELETE_ACCEPTED,
                        ALL_RELEASED))
                .containsExactly(
                        FIND_LEFTOVERS,
                        DELETE_SERVER,
                        AWAIT_SERVER_GONE,
                        DELETE_VOLUME,
                        AWAIT_VOLUME_GONE,
                        TELL_FAILED);
    }

    @ParameterizedTest
    @EnumSource(DeploymentState.class)
    void every_state_knows_what_to_do_when_it_is_to_be_undeployed(DeploymentState state) {
        assertThat(DeploymentLifecycle.apply(state, UNDEPLOY_REQUESTED)).isInstanceOf(Moved.class);
        assertThat(DeploymentLifecycle.table().reachableFrom(state))
                .containsAnyOf(UNDEPLOYED, state == ABSENT ? ABSENT : UNDEPLOYED);
    }

    @ParameterizedTest
    @EnumSource(
            value = DeploymentState.class,
            names = {"ABSENT", "FAILED", "UNDEPLOYED"},
            mode = EnumSource.Mode.EXCLUDE)
    void every_state_in_which_a_step_can_run_knows_what_to_do_when_it_is_given_up(DeploymentState state) {
        assertThat(DeploymentLifecycle.apply(state, GIVEN_UP)).isInstanceOf(Moved.class);
    }

    @Test
    void who_enters_a_state_that_is_not_at_rest_has_a_step_to_do() {
        assertThat(DeploymentLifecycle.table().rows())
                .filteredOn(row -> row.from() != row.to() && !row.to().isAtRest())
                .allSatisfy(row -> assertThat(row.commands()).hasSize(1).first().isInstanceOf(Step.class));
    }

    @Test
    void who_comes_to_rest_tells_it() {
        assertThat(DeploymentLifecycle.table().rows())
                .filteredOn(row -> row.from() != row.to() && row.to().isAtRest())
                .allSatisfy(row -> assertThat(row.commands()).hasSize(1).first().isInstanceOf(Announcement.class));
    }

    @Test
    void every_step_and_every_announcement_is_used() {
        Set<DeploymentCommand> used = DeploymentLifecycle.table().rows().stream()
                .flatMap(row -> row.commands().stream())
                .collect(Collectors.toSet());
        assertThat(used).contains(Step.values()).contains(Announcement.values());
    }

    private static List<DeploymentCommand> walk(DeploymentState from, DeploymentEventKind... events) {
        List<DeploymentCommand> commands = new ArrayList<>();
        DeploymentState state = from;
        for (DeploymentEventKind event : events) {
            Outcome<DeploymentState, DeploymentEventKind, DeploymentCommand> outcome =
                    DeploymentLifecycle.apply(state, event);
            assertThat(outcome).as("%s on %s", state, event).isInstanceOf(Moved.class);
            if (outcome instanceof Moved<DeploymentState, DeploymentEventKind, DeploymentCommand> moved) {
                commands.addAll(moved.commands());
                state = moved.to();
            }
        }
        return commands;
    }
}
