package dev.reclaim.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.reclaim.messaging.EventCodec;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntraSignInsTest {

  private static final String EXPORTED =
      """
      {"time": "2026-02-03 08:00:01.250", "category": "SignInLogs",
       "operationName": "Sign-in activity", "resultType": "0", "resultSignature": "SUCCESS",
       "properties": {"id": "5f2c1d5e-0001", "createdDateTime": "2026-02-03T07:59:58.1234567Z",
         "userPrincipalName": "ada@example.com", "userId": "7f1a", "appId": "app-1",
         "appDisplayName": "Salesforce", "resourceDisplayName": "Salesforce",
         "isInteractive": true, "servicePrincipalId": "", "status": {"errorCode": 0}}}
      """;

  private static final String FROM_GRAPH =
      """
      {"id": "5f2c1d5e-0001", "createdDateTime": "2026-02-03T07:59:58Z",
       "userPrincipalName": "Ada@example.com", "userId": "7f1a", "appId": "app-1",
       "appDisplayName": "Salesforce", "isInteractive": true,
       "status": {"errorCode": 0, "failureReason": "Other."}}
      """;

  private final VendorSource source = new EntraSignIns();

  @Test
  void anExportedSignInIsUsage() {
    // when
    Verdict verdict = judge(EXPORTED);

    // then
    assertThat(verdict).isInstanceOf(Verdict.Usage.class);
    Verdict.Usage usage = (Verdict.Usage) verdict;
    assertThat(usage.usage().account()).isEqualTo("ada@example.com");
    assertThat(usage.usage().application()).isEqualTo("Salesforce");
    assertThat(usage.usage().at()).isEqualTo(Instant.parse("2026-02-03T07:59:58.1234567Z"));
    assertThat(usage.usage().seconds()).isEmpty();
    assertThat(usage.usage().kind()).as("a feature").isEmpty();
  }

  @Test
  void theSameSignInFromGraphHasTheSameId() {
    // when
    Verdict.Usage exported = (Verdict.Usage) judge(EXPORTED);
    Verdict.Usage listed = (Verdict.Usage) judge(FROM_GRAPH);

    // then
    assertThat(listed.recordId()).isEqualTo(exported.recordId());
  }

  @Test
  void twoPeopleUnderOneRecordIdAreTwo() {
    // when
    Verdict.Usage ada = (Verdict.Usage) judge(EXPORTED);
    Verdict.Usage bob = (Verdict.Usage) judge(EXPORTED.replace("ada@", "bob@"));

    // then
    assertThat(bob.recordId()).isNotEqualTo(ada.recordId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-03 07:59:58.123",
        "2026-02-03 07:59:58.123456700",
        "2026-02-03T07:59:58.1234567Z",
        "2026-02-03T09:59:58.123+02:00",
        "2026-02-03 07:59:58.123 +0000"
      })
  void timesAreReadAsTheyAreSpelt(String spelling) {
    // when
    Verdict verdict = judge(EXPORTED.replace("2026-02-03T07:59:58.1234567Z", spelling));

    // then
    assertThat(((Verdict.Usage) verdict).usage().at())
        .isBetween(
            Instant.parse("2026-02-03T07:59:58.123Z"), Instant.parse("2026-02-03T07:59:58.124Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "SignInLogs"             | "AuditLogs"                  | "Sign-in activity" | "Update user"      | not a sign-in: category AuditLogs
          "SignInLogs"             | "ServicePrincipalSignInLogs" | x                  | x                  | sign-in of a service principal
          "SignInLogs"             | "ManagedIdentitySignInLogs"  | x                  | x                  | sign-in of a managed identity
          "resultType": "0"        | "resultType": "50126"        | x                  | x                  | failed sign-in, error 50126
          "resultType": "0"        | "resultType": "Failure"      | "errorCode": 0     | "errorCode": 50053 | failed sign-in, error 50053
          "userPrincipalName": "ada@example.com", "userId": "7f1a" | "userId": null | "servicePrincipalId": "" | "servicePrincipalId": "sp-1" | sign-in of a service principal
          """)
  void whatIsNoUseIsIgnoredWithItsReason(
      String from, String to, String alsoFrom, String alsoTo, String reason) {
    // when
    Verdict verdict = judge(EXPORTED.replace(from, to).replace(alsoFrom, alsoTo));

    // then
    assertThat(verdict).isEqualTo(new Verdict.NotUsage(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "userPrincipalName": "ada@example.com", "userId": "7f1a" | "userId": " "  | userPrincipalName
          2026-02-03T07:59:58.1234567Z                             | yesterday      | createdDateTime
          "resultType": "0", "resultSignature": "SUCCESS"          | "a": 1         | x
          """)
  void aSignInThatLacksWhatItNeedsIsBroken(String from, String to, String field) {
    // given
    String changed = EXPORTED.replace(from, to);
    boolean noOutcome = field.equals("x");

    // when
    Verdict verdict = judge(noOutcome ? changed.replace("\"errorCode\": 0", "\"b\": 1") : changed);

    // then
    assertThat(verdict).isInstanceOf(Verdict.Broken.class);
    assertThat(((Verdict.Broken) verdict).field()).isEqualTo(noOutcome ? "resultType" : field);
  }

  @Test
  void aSignInToNothingIsBroken() {
    // given
    String unnamed =
        EXPORTED.replaceAll("\"(appId|appDisplayName|resourceDisplayName)\": \"[^\"]*\",", "");

    // when
    Verdict verdict = judge(unnamed);

    // then
    assertThat(verdict)
        .isEqualTo(
            new Verdict.Broken(
                "appDisplayName", "is missing, and so are resourceDisplayName and appId"));
  }

  @Test
  void keysAreFoundWhateverTheirCase() {
    // when
    Verdict verdict =
        judge(
            EXPORTED
                .replace("\"resultType\": \"0\"", "\"resulttype\": 0")
                .replace("operationName", "operationname"));

    // then
    assertThat(verdict).isInstanceOf(Verdict.Usage.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"category\": 7}", "{\"properties\": [1]}", "{\"status\": null}"})
  void anythingElseIsNoSignIn(String json) {
    assertThat(judge(json)).isInstanceOf(Verdict.NotUsage.class);
  }

  private Verdict judge(String json) {
    try {
      return source.judge(
          new VendorRecord(
              EventCodec.json().readValue(json, new TypeReference<Map<String, Object>>() {})));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
