package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Salesforce: users and their licences by SOQL, errors in an array, limits that are answered with
 * 403.
 */
public final class SalesforceCrm implements PlayedVendor {

  private static final String LICENCE = "SFDC";
  private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'");
  private static final int PAGE = 3;

  private final People people =
      new People("005", People.Kind.named(LICENCE, "NONE").tie(People.Tie.FREEING_DISABLES));
  private final Map<String, Boolean> frozen = new HashMap<>();
  private final Effects effects = new Effects();
  private int sessions = 1000;
  private boolean mayManage;

  @Override
  public String name() {
    return "salesforce-crm";
  }

  @Override
  public List<Map<String, String>> settings() {
    return List.of(
        Map.of(
            "domain", "acme.my.salesforce.com", "client-id", "3MVG", "client-secret", "all-rights"),
        Map.of(
            "domain", "acme.my.salesforce.com",
            "sign-in", "jwt",
            "client-id", "3MVG",
            "username", "reclaim@example.com",
            "private-key", Keys.privateKey()));
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("client-secret", "may-read");
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public Scenes scenes() {
    return new FrozenToo(people, frozen);
  }

  @Override
  public Reply throttled() {
    return error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }

  @Override
  public boolean isChange(Request request) {
    return !request.method().equals("GET") && !request.address().equals("oauth");
  }

  @Override
  public Reply answer(Request request) {
    if (request.is("POST", "token")) {
      return token(request);
    }
    if (!request.header("authorization").orElse("").equals("Bearer " + sessions)) {
      return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
    if (request.is("GET", "userinfo")) {
      return Reply.json(
          200,
          Reply.object()
              .put("user_id", "005self")
              .put("preferred_username", "reclaim@example.com"));
    }
    if (request.is("GET", "sobjects/User/describe")) {
      return Reply.json(200, Reply.object().put("name", "User").put("updateable", mayManage));
    }
    if (isChange(request) && !mayManage) {
      return error(
          403, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
    }
    return switch (request.segment(0)) {
      case "query" -> query(request);
      case "sobjects" -> change(request);
      default -> error(404, "NOT_FOUND", "The requested resource does not exist");
    };
  }

  private Reply token(Request request) {
    Map<String, String> form = request.form();
    boolean signed = Keys.hasSigned(form.getOrDefault("assertion", ""), "3MVG");
    String secret = form.getOrDefault("client_secret", "");
    mayManage = signed || secret.equals("all-rights");
    if (!mayManage && !secret.equals("may-read")) {
      return Reply.json(
          400,
          Reply.quick(
              "{'error':'invalid_client','error_description':'invalid client credentials'}"));
    }
    sessions++;
    return Reply.json(200, Reply.object().put("access_token", "" + sessions));
  }

  private Reply query(Request request) {
    if (request.path().size() == 2) {
      return rows(
          request,
          people.all().stream().filter(Person::seat).map(this::json).toList(),
          Integer.parseInt(request.segment(1).substring(4)));
    }
    String soql = request.param("q").orElse("");
    String value = quoted(soql);
    if (soql.contains("FROM UserLicense")) {
      return rows(
          request,
          value.equals(LICENCE)
              ? List.of(
                  Reply.object().put("Name", "Salesforce").put("LicenseDefinitionKey", LICENCE))
              : List.of(),
          0);
    }
    if (soql.contains("FROM UserLogin")) {
      return rows(
          request,
          people.byId(value).stream()
              .map(
                  one ->
                      Reply.object()
                          .put("Id", "0Yw" + one.id())
                          .put("IsFrozen", frozen.getOrDefault(one.id(), false)))
              .toList(),
          0);
    }
    if (soql.contains("FROM LoginHistory")) {
      return rows(
          request,
          people.all().stream()
              .filter(one -> one.lastUse().isPresent())
              .map(SalesforceCrm::login)
              .toList(),
          0);
    }
    if (soql.contains("Id = '")) {
      return rows(request, people.byId(value).stream().map(this::json).toList(), 0);
    }
    return soql.contains("Email = '")
        ? rows(request, people.byEmail(value).stream().map(this::json).toList(), 0)
        : rows(
            request,
            people.all().stream()
                .filter(one -> one.seat() && one.active())
                .map(this::json)
                .toList(),
            0);
  }

  /** The last value between quotation marks. */
  private static String quoted(String soql) {
    Matcher matcher = QUOTED.matcher(soql);
    String last = "";
    while (matcher.find()) {
      last = matcher.group(1);
    }
    return last.replaceAll("\\\\(.)", "$1");
  }

  private static Reply rows(Request request, List<ObjectNode> all, int from) {
    int to = Math.min(from + PAGE, all.size());
    ObjectNode body = Reply.object().put("totalSize", all.size()).put("done", to == all.size());
    ArrayNode records = body.putArray("records");
    all.subList(from, to).forEach(records::add);
    if (to < all.size()) {
      body.put("nextRecordsUrl", request.base() + "/query/01g-" + to);
    }
    return Reply.json(200, body);
  }

  private Reply change(Request request) {
    boolean login = request.segment(1).equals("UserLogin");
    String id = login ? request.segment(2).substring(3) : request.segment(2);
    Optional<Person> person = people.byId(id);
    if (person.isEmpty()) {
      return error(
          404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible");
    }
    if (login) {
      freeze(person.get(), request.json().path("IsFrozen").asBoolean());
    } else {
      activate(person.get(), request.json().path("IsActive").asBoolean());
    }
    return Reply.empty(204);
  }

  private void freeze(Person person, boolean to) {
    frozen.put(person.id(), to);
    note(person, to, "frozen");
  }

  private void activate(Person person, boolean to) {
    person.active(to);
    person.seat(to);
    note(person, !to, "deactivated");
  }

  private void note(Person person, boolean taken, String kind) {
    if (taken) {
      effects.taken(kind, person.email());
    } else {
      effects.given("not-" + kind, person.email());
    }
  }

  private ObjectNode json(Person person) {
    ObjectNode json = Reply.object().put("Id", person.id()).put("Username", person.email());
    json.put("Email", person.email()).put("Name", person.name()).put("IsActive", person.active());
    ObjectNode profile =
        json.putObject("Profile")
            .put("Name", person.administrator() ? "System Administrator" : "Standard User");
    profile
        .putObject("UserLicense")
        .put("LicenseDefinitionKey", person.seat() || !person.active() ? LICENCE : "CHATTER");
    return json;
  }

  private static ObjectNode login(Person person) {
    return Reply.object()
        .put("UserId", person.id())
        .put("Status", "Success")
        .put(
            "LoginTime",
            person
                .lastUse()
                .orElseThrow()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace("Z", ".000+0000"));
  }

  private static Reply error(int status, String code, String message) {
    ArrayNode errors = Reply.array();
    errors.addObject().put("errorCode", code).put("message", message);
    return Reply.json(status, errors);
  }
}
