package dev.reclaim.journeys;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Single CloudEvents that HR and others send, in structured mode. */
final class Letters {

  private Letters() {}

  /** A colleague whose usage arrived before HR knew him. */
  static Map<String, Object> danielJoins() {
    Map<String, Object> data = describes(Person.DANIEL);
    data.put("status", "active");
    data.put("since", "2020-11-02T00:00:00Z");
    data.put("manager", "priya.nair@example.com");
    return event("hr/daniel", "reclaim.holder.v1", data);
  }

  static Map<String, Object> carlosLeaves(Instant now) {
    Map<String, Object> data = describes(Person.CARLOS);
    data.put("status", "left");
    data.put("since", now.truncatedTo(ChronoUnit.SECONDS).toString());
    data.put("manager", Person.ANNA.employeeNumber());
    return event("hr/carlos-left", "reclaim.holder.v1", data);
  }

  /** A seat that another system reports; no source tells whether it is used. */
  static Map<String, Object> tomHasAWhiteboardSeat() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("account", Person.TOM.mail());
    data.put("application", "whiteboard");
    data.put("assignedAt", "2024-01-15T09:00:00Z");
    return event("licences/tom", "reclaim.seat.v1", data);
  }

  /** The licence register knows since when people have their seats; a directory group does not. */
  static List<Map<String, Object>> licenceRegister() {
    return Stream.of(
            Person.ANNA,
            Person.JUERGEN,
            Person.TAKESHI,
            Person.MISAKI,
            Person.MAJA,
            Person.CARLOS,
            Person.INGRID,
            Person.DANIEL)
        .map(Letters::licensed)
        .toList();
  }

  private static Map<String, Object> licensed(Person person) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("account", person.upn());
    data.put("application", "Tableau Cloud");
    data.put("assignedAt", "2024-02-01T09:00:00Z");
    return event("licences/tableau/" + person.sam(), "reclaim.seat.v1", data);
  }

  private static Map<String, Object> describes(Person person) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("employeeNumber", person.employeeNumber());
    data.put("userPrincipalName", person.upn());
    data.put("email", person.mail());
    data.put("samAccountName", person.sam());
    data.put("name", person.name());
    return data;
  }

  private static Map<String, Object> event(String id, String type, Map<String, Object> data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", "hr-system");
    event.put("type", type);
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return event;
  }
}
