package dev.reclaim.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.sandbox.mailbox.Mail;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

  private static final String PASSWORD = "only-for-this-test";
  private static final String MAJA = "CN=Lindqvist\\, Maja," + Company.PEOPLE;

  @TempDir private Path home;

  private Sandbox start() throws Exception {
    return Sandbox.start(SandboxConfig.in(home, PASSWORD));
  }

  private static void takeOut(Sandbox sandbox, String member) throws Exception {
    try (LDAPConnection service =
        new LDAPConnection(
            "127.0.0.1", sandbox.directory().port(), Company.SERVICE_LOGIN, PASSWORD)) {
      service.modify(
          Company.LICENCE_GROUP, new Modification(ModificationType.DELETE, "member", member));
    }
  }

  private static String http(Sandbox sandbox, String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.httpUrl() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static void send(Sandbox sandbox, String to, String subject) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(sandbox.mailbox().port()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("reclaim@example.com"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    message.setText("Brauchst du das noch? まだ使いますか。", "UTF-8");
    Transport.send(message);
  }

  @Test
  void remembersTheDirectoryAndItsEffectsAfterARestart() throws Exception {
    // given
    try (Sandbox first = start()) {
      takeOut(first, MAJA);
    }
    // when
    try (Sandbox second = start()) {
      // then
      assertThat(second.directory().entries("(sAMAccountName=LIC-Tableau)"))
          .singleElement()
          .satisfies(
              group ->
                  assertThat(group.getAttributeValues("member")).hasSize(8).doesNotContain(MAJA));
      assertThat(second.directory().effects().all())
          .singleElement()
          .satisfies(effect -> assertThat(effect.member()).isEqualTo(MAJA));
    }
  }

  @Test
  void keepsMailAcrossARestart() throws Exception {
    // given
    try (Sandbox first = start()) {
      send(first, "Maja.Lindqvist@example.com", "Behältst du Tableau?");
    }
    // when
    try (Sandbox second = start()) {
      List<Mail> mails = second.mailbox().to("maja.lindqvist@EXAMPLE.com");
      // then
      assertThat(mails)
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.subject()).isEqualTo("Behältst du Tableau?");
                assertThat(mail.text()).contains("まだ使いますか");
                assertThat(mail.to()).containsExactly("Maja.Lindqvist@example.com");
              });
      assertThat(http(second, "GET", "/mailbox/Maja.Lindqvist@example.com", ""))
          .contains("Behältst du Tableau?");
    }
  }

  @Test
  void showsPeopleWithTheGroupsTheyAreIn() throws Exception {
    // given
    try (Sandbox sandbox = start()) {
      // when
      String answer = http(sandbox, "GET", "/directory/entries?filter=(sAMAccountName=tsato)", "");
      // then
      assertThat(answer).contains("佐藤 健").contains(Company.LICENCE_GROUP);
    }
  }

  @Test
  void refusesAFaultThatItDoesNotKnow() throws Exception {
    // given
    try (Sandbox sandbox = start()) {
      // when
      String answer = http(sandbox, "POST", "/directory/faults", "{\"fault\":\"explode\"}");
      // then
      assertThat(answer).contains("fault: 'explode' is none of").contains("drop-answer");
    }
  }

  @Test
  void startsAnewOnReset() throws Exception {
    // given
    try (Sandbox sandbox = start()) {
      takeOut(sandbox, MAJA);
      send(sandbox, "x@example.com", "x");
      // when
      http(sandbox, "POST", "/reset", "");
      // then
      assertThat(http(sandbox, "GET", "/directory/effects", "")).doesNotContain("Maja");
      assertThat(sandbox.mailbox().to("x@example.com")).isEmpty();
      assertThat(
              sandbox
                  .directory()
                  .entries(
                      "(&(sAMAccountName=LIC-Tableau)(member=" + MAJA.replace("\\", "\\5c") + "))"))
          .hasSize(1);
    }
  }

  @Test
  void playsVendorsThatCanBeSteered() throws Exception {
    // given
    try (Sandbox sandbox = start()) {
      // when
      String people = http(sandbox, "POST", "/vendors/slack/people", "{\"kind\": \"with-seat\"}");
      String faults = http(sandbox, "POST", "/vendors/slack/faults", "{\"fault\": \"lie\"}");
      String api = http(sandbox, "GET", "/vendor/slack/scim/Users", "");
      String mistake = http(sandbox, "POST", "/vendors/slack/faults", "{\"fault\": \"flood\"}");
      String effects = http(sandbox, "GET", "/vendors/slack/effects", "");
      // then
      assertThat(people).contains("t1@example.com").contains("\"account\"");
      assertThat(faults).contains("lie");
      assertThat(api).contains("invalid_authentication");
      assertThat(mistake).contains("'flood' is none of");
      assertThat(effects.replaceAll("\\s", "")).isEqualTo("[]");
      assertThat(http(sandbox, "GET", "/vendors", "")).contains("okta-user").contains("slack");
    }
  }
}
