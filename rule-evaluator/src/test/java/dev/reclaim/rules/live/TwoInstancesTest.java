package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.StandingClock.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import dev.reclaim.events.RuleName;
import dev.reclaim.rules.Finding;
import dev.reclaim.rules.OneSweeper;
import dev.reclaim.rules.Proposal;
import dev.reclaim.rules.Proposals;
import dev.reclaim.rules.postgres.PostgresSweepLock;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "rule_evaluator"))
class TwoInstancesTest {

  @Inject Proposals proposals;
  @Inject DataSource database;

  private final Company company = new Company();

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void theSlowerOneCannotProposeASeatTwice() {
    // given
    Proposal.Open first = open(0);
    assertThat(add(first)).isTrue();
    // when
    boolean sameAgain = add(first);
    boolean asANewEpisode = add(open(1));
    // then
    assertThat(sameAgain).isFalse();
    assertThat(asANewEpisode).isFalse();
    replace(first.closed(Outcome.SKIPPED, NOW, Optional.empty()));
    assertThat(add(open(1))).isTrue();
  }

  @Test
  void onlyOneSweepsAtATime() {
    // given
    company.withApplication().withIdleRule();
    OneSweeper other = new PostgresSweepLock(database);
    // when
    int status =
        other
            .ifFree(() -> Company.as("operator").post("/rules/" + company.rule + "/run"))
            .orElseThrow()
            .statusCode();
    // then
    assertThat(status).isEqualTo(503);
    company.run();
  }

  private Proposal.Open open(int episode) {
    return new Proposal.Open(
        new Finding(company.seat.id(), new RuleName(company.rule), 1, episode, NOW, true));
  }

  private boolean add(Proposal.Open proposal) {
    return !QuarkusTransaction.requiringNew()
        .call(() -> proposals.add(List.of(proposal)))
        .isEmpty();
  }

  private void replace(Proposal proposal) {
    QuarkusTransaction.requiringNew().run(() -> proposals.replace(List.of(proposal)));
  }
}
