package dev.reclaim.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SeatGone;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import dev.reclaim.usage.directory.SeatLooks;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What looks at licence groups make known, and what they do not. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "usage_ingest"))
class SeatLooksTest {

  private final TopicView topics = new TopicView();
  private final Company company = new Company();
  private final String group = company.group("crm");

  @Inject TestDirectories directories;
  @Inject SeatLooks looks;
  @Inject KeepsApplications applications;

  @BeforeEach
  void define() {
    directories.hasMembers(group, Stream.of());
    topics.send("rule-evaluator", company.withGroup("crm"));
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                applications.withSeats().stream()
                    .anyMatch(a -> a.application().equals(company.application("crm"))));
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void aNewMemberHasASeatAndAMissingOneHasNone() {
    // given
    people("ada", "bob");
    directories.hasMembers(group, upns("ada", "bob"));
    looks.lookAtAll();
    SeatObserved seat = awaitSeat("ada");
    awaitSeat("bob");

    // when
    directories.hasMembers(group, upns("bob"));
    looks.lookAtAll();

    // then
    SeatGone gone =
        topics.await(Topic.SIGNALS, SeatGone.class, g -> g.holder().equals(company.holder("ada")));
    assertThat(gone.seat()).isEqualTo(seat.seat());
    assertThat(seat.seat().account()).isEqualTo("guid-of-" + company.upn("ada"));
  }

  @Test
  void aMemberWhomNobodyKnowsIsSeenUnderTheAccountUntilSomebodyIs() {
    // given
    directories.hasMembers(group, upns("ada"));
    looks.lookAtAll();
    HolderId account = HolderId.ofAccount("guid-of-" + company.upn("ada"));
    SeatObserved unmatched =
        topics.await(Topic.SIGNALS, SeatObserved.class, s -> s.holder().equals(account));

    // when
    people("ada");

    // then
    assertThat(unmatched.holder().standsForAnAccount()).isTrue();
    assertThat(awaitSeat("ada").holder().standsForAnAccount()).isFalse();
    topics.await(Topic.SIGNALS, SeatGone.class, g -> g.seat().equals(unmatched.seat()));
  }

  @Test
  void aMemberWhoseNameTwoPeopleGoByIsNobodysYet() {
    // given
    String shared = "guid-of-" + company.upn("ada");
    topics.send("hr", company.person("ada").email(shared).report());
    topics.send("hr", company.person("bob").email(shared).report());
    topics.await(Topic.SIGNALS, HolderChanged.class, h -> h.holder().equals(company.holder("bob")));

    // when
    directories.hasMembers(group, upns("zoe", "ada"));
    looks.lookAtAll();

    // then
    topics.await(
        Topic.SIGNALS,
        SeatObserved.class,
        s -> s.holder().equals(HolderId.ofAccount("guid-of-" + company.upn("zoe"))));
    assertThat(
            topics.matching(
                Topic.SIGNALS,
                SeatObserved.class,
                s -> s.holder().equals(HolderId.ofAccount(shared))))
        .isEmpty();
  }

  @Test
  void aLookThatFindsTheSameSaysNothing() {
    // given
    people("ada", "eve");
    directories.hasMembers(group, upns("ada"));
    looks.lookAtAll();
    awaitSeat("ada");

    // when
    looks.lookAtAll();
    directories.hasMembers(group, upns("ada", "eve"));
    looks.lookAtAll();
    awaitSeat("eve");

    // then
    assertThat(
            topics.matching(
                Topic.SIGNALS, SeatObserved.class, s -> s.holder().equals(company.holder("ada"))))
        .hasSize(1);
  }

  @Test
  void aGroupThatCannotBeReadChangesNothing() {
    // given
    people("ada", "eve");
    directories.hasMembers(group, upns("ada"));
    looks.lookAtAll();
    awaitSeat("ada");

    // when
    directories.cannotBeRead(group);
    looks.lookAtAll();

    // then
    assertThat(look())
        .containsEntry("stale", true)
        .containsEntry("reason", "the controller is away");
    directories.hasMembers(group, upns("ada", "eve"));
    looks.lookAtAll();
    awaitSeat("eve");
    assertThat(look()).containsEntry("stale", false);
    assertThat(gone()).isEmpty();
  }

  @Test
  void aCollapsedListingIsHeldUntilItStaysThatWay() {
    // given
    String[] twenty = IntStream.range(0, 20).mapToObj(i -> "p" + i).toArray(String[]::new);
    people(twenty);
    directories.hasMembers(group, upns(twenty));
    looks.lookAtAll();
    Stream.of(twenty).forEach(this::awaitSeat);

    // when
    directories.hasMembers(group, upns(twenty).limit(14));
    for (int i = 1; i <= 3; i++) {
      looks.lookAtAll();
      // then
      assertThat(look()).containsEntry("held", true);
      assertThat(gone()).isEmpty();
    }

    // when
    looks.lookAtAll();

    // then
    assertThat(look()).containsEntry("held", false).containsEntry("members", 14);
    topics.await(Topic.SIGNALS, SeatGone.class, g -> g.holder().equals(company.holder("p14")));
    topics.await(Topic.SIGNALS, SeatGone.class, g -> g.holder().equals(company.holder("p19")));
    await().atMost(Duration.ofSeconds(10)).until(() -> gone().size() == 6);
  }

  private void people(String... names) {
    Stream.of(names).forEach(name -> topics.send("hr", company.person(name).report()));
  }

  private Stream<String> upns(String... names) {
    return Stream.of(names).map(company::upn);
  }

  private SeatObserved awaitSeat(String person) {
    return topics.await(
        Topic.SIGNALS, SeatObserved.class, s -> s.holder().equals(company.holder(person)));
  }

  /** From people; that a seat leaves its account for a person who became known is no loss. */
  private List<SeatGone> gone() {
    return topics.matching(
        Topic.SIGNALS,
        SeatGone.class,
        g ->
            g.seat().application().equals(company.application("crm"))
                && !g.holder().standsForAnAccount());
  }

  private Map<String, Object> look() {
    return given()
        .auth()
        .preemptive()
        .basic("operator", RealInfrastructure.PASSWORD)
        .when()
        .get("/sources")
        .then()
        .extract()
        .jsonPath()
        .getMap("looks.find { it.application == '" + company.application("crm") + "' }");
  }
}
