package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.Reports.Style;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.ConsentEvent.RevocationCalledOff;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail that comes back, read from a real mailbox. Mail is first here, then Slack. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
@WithTestResource(BounceMailbox.class)
@WithTestResource(
    value = Vendors.class,
    initArgs = @ResourceArg(name = "order", value = "mail+slack"))
class BouncesTest {

  private static final Duration A_WEEK_AND_A_BIT = Duration.ofDays(8);

  private final TopicView topics = new TopicView();

  @BeforeEach
  void nobodyIsInSlack() {
    Vendors.forgetAll();
  }

  @AfterEach
  void hangUp() {
    topics.close();
  }

  private Stage asked() {
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    stage.mailToHolder();
    stage.awaitState("AwaitingUser");
    awaitRecorded(stage);
    return stage;
  }

  /** The server has the mail a moment before we have written that down. */
  private static void awaitRecorded(Stage stage) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.number(
                        "SELECT count(*) FROM prompt WHERE sent_at IS NOT NULL AND candidate = '"
                            + stage.found.candidate()
                            + "'")
                    == 1);
  }

  private static String email(Stage stage) {
    return stage.holder.email().orElseThrow();
  }

  private static void comesBack(Stage stage, String action, String status, Style style) {
    BounceMailbox.receives(
        Reports.about(stage.mailToHolder().messageId(), action, status, email(stage), style));
  }

  private static int counted(String outcome) {
    return Stage.as("operator")
        .get("/channels")
        .then()
        .statusCode(200)
        .extract()
        .path("bounces.counts." + outcome);
  }

  private static void awaitCounted(String outcome, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(counted(outcome)).isEqualTo(count));
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void whoseMailComesBackIsNeverSilent(Style style) {
    // given
    Stage stage = asked();
    // when
    comesBack(stage, "failed", "5.1.1", style);
    // then: Slack does not know the holder either
    stage.awaitState("AttentionRequired");
    // when
    MovableClock.TIME.advance(A_WEEK_AND_A_BIT);
    Stage other = asked();
    MovableClock.TIME.advance(A_WEEK_AND_A_BIT);
    other.awaitState("AwaitingRevocation");
    // then: silence took the seat of the one whom the question had reached, and of nobody else
    assertThat(stage.state()).isEqualTo("AttentionRequired");
    assertThat(stage.countOf(RevocationApproved.class)).isZero();
  }

  @Test
  void whoseMailComesBackIsAskedByTheNextChannel() {
    // given
    Stage stage = asked();
    SlackServer.knows(email(stage));
    // when
    comesBack(stage, "failed", "5.2.1", Style.POSTFIX);
    // then
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> SlackServer.postsTo(email(stage)).size() == 1);
    assertThat(stage.state()).isEqualTo("AwaitingUser");
  }

  @Test
  void isAskedAgainOnceHrHasCorrectedTheAddress() {
    // given
    Stage stage = asked();
    comesBack(stage, "failed", "5.1.1", Style.SENDMAIL);
    stage.awaitState("AttentionRequired");
    // when
    topics.send("usage-ingest", new HolderChanged(movedTo("new-" + email(stage), stage.holder)));
    // then
    MailServer.letterTo("new-" + email(stage), 1);
    stage.awaitState("AwaitingUser");
  }

  private static Holder movedTo(String email, Holder it) {
    return new Holder(
        it.id(),
        it.kind(),
        List.of(new Identifier(Identifier.Kind.EMAIL, email)),
        it.name(),
        it.status(),
        it.since(),
        it.manager(),
        it.owner(),
        it.department(),
        it.locale(),
        it.timeZone(),
        it.workingDays(),
        it.asOf().plusSeconds(1));
  }

  @Test
  void aMailThatIsStillUnderWayIsNotBack() {
    // given
    Stage stage = asked();
    int before = counted("DELAYED");
    // when
    comesBack(stage, "delayed", "4.4.1", Style.POSTFIX);
    // then
    awaitCounted("DELAYED", before + 1);
    assertThat(stage.state()).isEqualTo("AwaitingUser");
    // when
    MovableClock.TIME.advance(A_WEEK_AND_A_BIT);
    // then
    stage.awaitState("AwaitingRevocation");
  }

  @Test
  void whatIsMadeUpChangesNothingAndIsSeen() {
    // given
    Stage stage = asked();
    String id = stage.mailToHolder().messageId();
    int forged = counted("FORGED");
    int unmatched = counted("UNMATCHED");
    int noReport = counted("NO_REPORT");
    Everything before = Everything.now(topics);
    // when: without the seal, with another, about somebody else's mail, and no report at all
    String plain = id.replaceAll("\\.[\\w-]+@", "@");
    String wrong = id.replaceAll("\\.[\\w-]+@", ".AAAAAAAAAAAAAAAAAAAAAA@");
    for (String made : List.of(plain, wrong, "<someone@elsewhere.example>")) {
      BounceMailbox.receives(Reports.about(made, "failed", "5.1.1", email(stage), Style.POSTFIX));
    }
    BounceMailbox.receives("Subject: I am away\r\nFrom: a@b.example\r\n\r\nBack on Monday.\r\n");
    // then
    awaitCounted("FORGED", forged + 2);
    awaitCounted("UNMATCHED", unmatched + 1);
    awaitCounted("NO_REPORT", noReport + 1);
    assertThat(Everything.now(topics)).isEqualTo(before);
  }

  @Test
  void theSameReportTwiceCountsOnce() {
    // given
    Stage stage = asked();
    SlackServer.knows(email(stage));
    int known = counted("KNOWN");
    // when: two servers report the same mail, one of them twice
    comesBack(stage, "failed", "5.1.1", Style.POSTFIX);
    comesBack(stage, "failed", "5.1.1", Style.POSTFIX);
    comesBack(stage, "failed", "5.1.1", Style.SENDMAIL);
    // then
    awaitCounted("KNOWN", known + 1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> SlackServer.postsTo(email(stage)).size() == 1);
    assertThat(stage.state()).isEqualTo("AwaitingUser");
  }

  @Test
  void aMailThatComesBackLateCallsOffWhatSilenceHadReleased() {
    // given
    Stage stage = asked();
    MovableClock.TIME.advance(A_WEEK_AND_A_BIT);
    stage.awaitState("AwaitingRevocation");
    SlackServer.knows(email(stage));
    // when
    comesBack(stage, "failed", "4.4.7", Style.EXCHANGE);
    // then
    stage.awaitState("AttentionRequired");
    stage.said(RevocationCalledOff.class);
    assertThat(SlackServer.postsTo(email(stage))).isEmpty();
  }

  @Test
  void aMailboxThatIsAwayIsSeenAndReadWhenItIsBack() {
    // given
    Stage stage = asked();
    // when
    BounceMailbox.down();
    // then
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Stage.as("operator").get("/channels").path("bounces.trouble") != null);
    // when: it comes back with another validity, and has forgotten its mails
    BounceMailbox.up();
    comesBack(stage, "failed", "5.1.1", Style.POSTFIX);
    // then
    stage.awaitState("AttentionRequired");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Stage.as("operator").get("/channels").path("bounces.trouble") == null);
  }
}
