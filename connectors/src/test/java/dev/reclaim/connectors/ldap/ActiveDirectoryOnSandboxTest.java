package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.reclaim.connectors.conformance.DisablingSurvivesLostAnswersConformance;
import dev.reclaim.connectors.conformance.SurvivesLostAnswersConformance;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.sandbox.directory.Effect;
import dev.reclaim.sandbox.directory.Fault;
import dev.reclaim.sandbox.directory.SandboxDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The connector against the sandbox's directory. */
class ActiveDirectoryOnSandboxTest
    implements ActiveDirectoryConformance,
        SurvivesLostAnswersConformance,
        DisablingSurvivesLostAnswersConformance {

  private static final String PASSWORD = "only-for-this-test";
  private static final Set<Effect.Kind> TAKING =
      Set.of(Effect.Kind.MEMBER_REMOVED, Effect.Kind.ACCOUNT_DISABLED);

  private static SandboxDirectory directory;
  private DirectoryStage stage;

  @BeforeAll
  static void start() throws IOException {
    directory = SandboxDirectory.start(0, PASSWORD, Optional.empty());
  }

  @AfterAll
  static void stop() {
    directory.close();
  }

  @BeforeEach
  void setStage() throws LDAPException {
    stage =
        new DirectoryStage(
            new LDAPConnection("127.0.0.1", directory.port(), Company.ADMINISTRATOR, PASSWORD),
            Map.of(
                "type",
                "active-directory",
                "url",
                directory.url(),
                "security",
                "none",
                "bind-dn",
                Company.SERVICE_LOGIN,
                "password",
                PASSWORD,
                "base-dn",
                Company.DOMAIN),
            Company.READER_LOGIN);
  }

  @AfterEach
  void clearStage() {
    stage.close();
    directory.faults().forget();
  }

  @Override
  public DirectoryStage stage() {
    return stage;
  }

  @Override
  public String ownLogin() {
    return "svc_reclaim";
  }

  @Override
  public void loseNextAnswer() {
    directory.faults().add(new Fault(Fault.Kind.DROP_ANSWER, 1, Duration.ZERO));
  }

  @Override
  public void beBusyOnce() {
    directory.faults().add(new Fault(Fault.Kind.BUSY, 1, Duration.ZERO));
  }

  @Override
  public long timesTaken(SeatRef seat) {
    String name = stage.nameOf(seat);
    return directory.effects().all().stream()
        .filter(effect -> TAKING.contains(effect.kind()))
        .filter(effect -> effect.member().equals(name) || effect.entry().equals(name))
        .count();
  }
}
