package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Okta's users and their life cycle: suspended, deprovisioned, and a 404 for what is so already.
 */
public final class OktaUser implements PlayedVendor {

  private static final Pattern SEARCH = Pattern.compile("profile\\.email eq \"([^\"]*)\".*");

  private final People people =
      new People("00u", People.Kind.accounts().tie(People.Tie.FREEING_DISABLES));
  private final Person itself = people.add();
  private final Effects effects = new Effects();
  private final Counter limit = new Counter(600, Duration.ofSeconds(60));
  private final Okta okta = new Okta();

  /** With the login of the connection itself. */
  public OktaUser() {
    itself.seat(true);
    itself.administrator(true);
  }

  @Override
  public String name() {
    return "okta-user";
  }

  @Override
  public List<Map<String, String>> settings() {
    return Okta.settings();
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("token", "may-read");
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public Scenes scenes() {
    return people;
  }

  @Override
  public Reply throttled() {
    return Okta.throttled();
  }

  @Override
  public Optional<Reply> lastCall(Reply reply) {
    return Optional.of(Okta.last(reply));
  }

  @Override
  public boolean isChange(Request request) {
    return !request.method().equals("GET") && !request.address().equals("oauth");
  }

  @Override
  public Reply success(Request request) {
    return Reply.empty(200);
  }

  @Override
  public Reply answer(Request request) {
    if (request.address().equals("oauth")) {
      return okta.token(request);
    }
    Okta.Rights rights = okta.rights(request);
    if (rights == Okta.Rights.NONE) {
      return Okta.refused(rights);
    }
    if (isChange(request)) {
      if (!limit.pass()) {
        return throttled();
      }
      if (rights != Okta.Rights.ALL) {
        return Okta.refused(rights);
      }
    }
    if (request.is("GET", "users")) {
      return list(request);
    }
    return find(request.segment(1))
        .map(person -> one(request, person, rights))
        .orElse(Okta.notFound(request.segment(1), "User"));
  }

  private Reply one(Request request, Person person, Okta.Rights rights) {
    return switch (request.method() + " " + request.path().getLast()) {
      case "GET roles" -> roles(person, rights);
      case "DELETE sessions" -> {
        effects.taken("sessions-ended", person.email());
        yield Reply.empty(204);
      }
      case "POST deactivate" -> {
        if (!person.seat()) {
          yield Okta.notFound(person.id(), "User");
        }
        person.seat(false);
        person.active(false);
        effects.taken("deactivated", person.email());
        yield Reply.empty(200);
      }
      case "POST activate" -> {
        person.seat(true);
        person.active(true);
        effects.given("activated", person.email());
        yield Reply.empty(200);
      }
      case "POST suspend" -> rest(person, true);
      case "POST unsuspend" -> rest(person, false);
      default -> Reply.json(200, Okta.user(person, status(person)));
    };
  }

  private Reply rest(Person person, boolean resting) {
    if (person.active() != resting) {
      return Okta.error(400, "E0000001", "Api validation failed: the user is " + status(person));
    }
    person.active(!resting);
    if (resting) {
      effects.taken("suspended", person.email());
    } else {
      effects.given("unsuspended", person.email());
    }
    return Reply.empty(200);
  }

  private static Reply roles(Person person, Okta.Rights rights) {
    ArrayNode roles = Reply.array();
    if (person.administrator()) {
      roles.addObject().put("type", rights == Okta.Rights.ALL ? "ORG_ADMIN" : "READ_ONLY_ADMIN");
    }
    return Reply.json(200, roles);
  }

  private Reply list(Request request) {
    List<ObjectNode> found =
        people.all().stream()
            .filter(person -> isWanted(person, request.param("search")))
            .map(person -> Okta.user(person, status(person)))
            .toList();
    return Okta.page(request, found);
  }

  /** Without a search, the deprovisioned are left out. */
  private static boolean isWanted(Person person, Optional<String> search) {
    if (search.isEmpty()) {
      return person.seat();
    }
    Matcher matcher = SEARCH.matcher(search.get());
    return matcher.matches() && person.email().equalsIgnoreCase(matcher.group(1));
  }

  private Optional<Person> find(String label) {
    return label.equals("me")
        ? Optional.of(itself)
        : people.all().stream()
            .filter(one -> one.id().equals(label) || one.name().equalsIgnoreCase(label))
            .findFirst();
  }

  private static String status(Person person) {
    return !person.seat() ? "DEPROVISIONED" : person.active() ? "ACTIVE" : "SUSPENDED";
  }
}
