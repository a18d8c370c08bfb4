package dev.reclaim.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.events.InboxEvent.UsageReported;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.CloudEvents;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the company's people have done with their software, in the two shapes in which it arrives.
 */
final class Usage {

  private static final String METERING = "software-metering";
  private static final DateTimeFormatter VENDOR_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final Instant now;

  Usage(Instant now) {
    this.now = now;
  }

  /** Anna, Ingrid and Daniel work with Tableau all the time; so the source covers 120 days. */
  List<Map<String, Object>> regulars() {
    List<Map<String, Object>> batch = new ArrayList<>();
    for (int daysAgo = 120; daysAgo >= 0; daysAgo -= 3) {
      batch.add(cloudEvent(Person.ANNA.upn(), daysAgo, 1_800));
      batch.add(cloudEvent(Person.INGRID.sam(), daysAgo, 1_200));
      batch.add(cloudEvent(Person.DANIEL.mail(), daysAgo, 2_400));
    }
    return batch;
  }

  /** The others hardly ever did; each source has its own way to name them. */
  List<Map<String, Object>> idlers() {
    return List.of(
        cloudEvent(Person.JUERGEN.mail(), 60, 100),
        cloudEvent(Person.TAKESHI.sam(), 70, 120),
        cloudEvent(Person.MISAKI.employeeNumber(), 40, 30),
        cloudEvent(Person.MAJA.upn(), 80, 200),
        cloudEvent(Person.CARLOS.upn(), 5, 3_000));
  }

  /** One of our CloudEvents, in structured mode. */
  private Map<String, Object> cloudEvent(String account, int daysAgo, int seconds) {
    Map<String, Object> data = new LinkedHashMap<>();
    Instant at = now.minus(Duration.ofDays(daysAgo)).minus(Duration.ofMinutes(seconds / 60 + 1L));
    data.put("account", account);
    data.put("application", "Tableau Cloud");
    data.put("at", at.toString());
    data.put("seconds", seconds);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", account + "/" + at);
    event.put("source", METERING);
    event.put("type", "reclaim.usage.v1");
    event.put("time", at.toString());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return event;
  }

  /** The same kind of event as a Kafka record, in binary mode: Maja opens Tableau right now. */
  ProducerRecord<String, byte[]> majaOpensTableau(Instant at) {
    UsageReported usage =
        new UsageReported(
            Person.MAJA.sam(),
            "Tableau Cloud",
            at,
            Optional.of(600L),
            Optional.of(1),
            Optional.of("web"));
    return CloudEvents.toRecord(new Envelope<>("maja/" + at, METERING, at, Cause.NONE, usage));
  }

  /**
   * Entra sign-in records as the vendor exports them: everybody read their mail yesterday, one
   * sign-in failed, and one line is no sign-in at all.
   */
  String entraSignIns() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Person person :
        List.of(Person.JUERGEN, Person.TAKESHI, Person.MISAKI, Person.MAJA, Person.TOM)) {
      lines.add(signIn(person, "0"));
    }
    lines.add(signIn(Person.CARLOS, "50126"));
    lines.add(
        Map.of(
            "time", VENDOR_TIME.format(now),
            "category", "AuditLogs",
            "operationName", "Update user"));
    return lines.stream().map(Usage::json).collect(Collectors.joining("\n"));
  }

  private Map<String, Object> signIn(Person person, String resultType) {
    Instant at = now.minus(Duration.ofHours(20));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", person.sam() + "-" + at.getEpochSecond());
    properties.put("userId", "00000000-0000-0000-0000-000000" + person.employeeNumber());
    properties.put("userPrincipalName", person.upn());
    properties.put("appDisplayName", "Office 365 Exchange Online");
    properties.put("isInteractive", true);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", VENDOR_TIME.format(at));
    line.put("operationName", "Sign-in activity");
    line.put("category", "SignInLogs");
    line.put("resultType", resultType);
    line.put("correlationId", person.sam() + "-" + at.getEpochSecond());
    line.put("properties", properties);
    return line;
  }

  static String json(Object value) {
    try {
      return EventCodec.json().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
