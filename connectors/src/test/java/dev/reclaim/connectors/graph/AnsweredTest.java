package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.RevocationOutcome.TryLater.SoFar;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Graph's answers mean. */
class AnsweredTest {

  private static final Attempt READ = Attempt.toRead("users", Permissions.READ_USERS);
  private static final Attempt CHANGE =
      Attempt.toChange("change licences", Permissions.WRITE_LICENCES);
  private static final Duration AFTER = Duration.ofSeconds(7);

  private static Trouble meaning(int status, String code, Attempt attempt) {
    return new Answered(status, code, "", AFTER).meaning(attempt);
  }

  @ParameterizedTest
  @CsvSource({
    "408, PERHAPS",
    "409, NOTHING",
    "429, NOTHING",
    "500, PERHAPS",
    "502, PERHAPS",
    "503, PERHAPS",
    "504, PERHAPS"
  })
  void passesAndSaysWhetherAChangeMayHaveBeenMade(int status, SoFar soFar) {
    assertThat(meaning(status, "", CHANGE))
        .isInstanceOfSatisfying(
            Trouble.Passing.class,
            passing -> {
              assertThat(passing.after()).isEqualTo(AFTER);
              assertThat(passing.soFar()).isEqualTo(soFar);
            });
    assertThat(meaning(status, "", READ))
        .isInstanceOfSatisfying(
            Trouble.Passing.class, passing -> assertThat(passing.soFar()).isEqualTo(SoFar.NOTHING));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 300, 302, 400, 401, 403, 404, 405, 410, 412, 418, 422, 501, 505})
  void lastsWhenNobodyForesawIt(int status) {
    assertThat(meaning(status, "SomeCode", CHANGE)).isInstanceOf(Trouble.Lasting.class);
  }

  @Test
  void namesThePermissionOrTheLicenceBehindA403() {
    assertThat(meaning(403, "Authorization_RequestDenied", CHANGE).whatToDo())
        .contains("LicenseAssignment.ReadWrite.All");
    assertThat(meaning(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant", READ).why())
        .contains("P1 or P2");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "17, 17",
    "3600, 3600",
    "3601, 3600",
    "'Fri, 27 Nov 2026 10:00:00 GMT', 30",
    "-1, 30",
    "'', 30"
  })
  void readsSecondsToWaitAndNothingElse(String header, long seconds) {
    assertThat(RetryAfter.read(header)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
