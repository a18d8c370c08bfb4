package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Google Workspace: licences by product and kind, limits that are answered with 403, transfers that
 * take a while.
 */
public final class GoogleWorkspace implements PlayedVendor {

  private static final String LICENCE = "Google-Apps/1010020028";
  private static final int PAGE = 3;

  private final People people = new People("10", People.Kind.named(LICENCE, "Google-Apps/0"));
  private final Person keeper = people.add();
  private final Set<String> deleted = new HashSet<>();
  private final Map<String, Integer> transfers = new HashMap<>();
  private final Effects effects = new Effects();
  private int sessions = 1000;
  private boolean all = true;

  /** With somebody who gets the files of others, and administers. */
  public GoogleWorkspace() {
    keeper.administrator(true);
  }

  @Override
  public String name() {
    return "google-workspace";
  }

  @Override
  public List<Map<String, String>> settings() {
    return List.of(
        Map.of(
            "service-account",
            "reclaim@acme.iam.gserviceaccount.com",
            "private-key",
            Keys.privateKey(),
            "administrator",
            "admin@example.com",
            "files-to",
            keeper.email()));
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("administrator", "reader@example.com");
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
    return error(403, "userRateLimitExceeded", "User Rate Limit Exceeded");
  }

  @Override
  public Reply success(Request request) {
    return Reply.json(200, Reply.object());
  }

  @Override
  public boolean isChange(Request request) {
    return !request.method().equals("GET") && !request.address().equals("oauth");
  }

  @Override
  public Reply answer(Request request) {
    if (request.address().equals("oauth")) {
      return token(request);
    }
    if (!request.header("authorization").orElse("").equals("Bearer " + sessions)) {
      return error(401, "authError", "Invalid Credentials");
    }
    if (isChange(request) && !all) {
      return error(403, "notAuthorized", "Not Authorized to access this resource/api");
    }
    return switch (request.address()) {
      case "licensing" -> licensing(request);
      case "transfer" -> transfer(request);
      case "reports" -> logins();
      default -> users(request);
    };
  }

  private Reply token(Request request) {
    String statement = request.form().getOrDefault("assertion", "");
    if (!Keys.hasSigned(statement, "reclaim@acme.iam.gserviceaccount.com")) {
      return Reply.json(
          400,
          Reply.quick("{'error':'invalid_grant','error_description':'Invalid JWT Signature.'}"));
    }
    all = Keys.claim(statement, "sub").equals("admin@example.com");
    sessions++;
    return Reply.json(
        200, Reply.object().put("access_token", "" + sessions).put("expires_in", 3599));
  }

  private Reply users(Request request) {
    if (request.is("GET", "users")) {
      return page(
          request,
          "users",
          people.all().stream()
              .filter(one -> !deleted.contains(one.id()))
              .map(this::json)
              .toList());
    }
    if (request.segment(1).equals("admin@example.com")
        || request.segment(1).equals("reader@example.com")) {
      return Reply.json(
          200, Reply.object().put("primaryEmail", request.segment(1)).put("isAdmin", all));
    }
    Optional<Person> person = find(request.segment(1));
    if (person.isEmpty()
        || (deleted.contains(person.get().id()) && !request.path().getLast().equals("undelete"))) {
      return error(404, "notFound", "Resource Not Found: userKey");
    }
    Person one = person.get();
    return switch (request.method() + " " + request.path().getLast()) {
      case "POST signOut" -> {
        effects.taken("signed-out", one.email());
        yield Reply.empty(204);
      }
      case "POST undelete" -> {
        deleted.remove(one.id());
        effects.given("undeleted", one.email());
        yield Reply.empty(204);
      }
      default -> change(request, one);
    };
  }

  private Reply change(Request request, Person one) {
    if (request.method().equals("DELETE")) {
      deleted.add(one.id());
      effects.taken("deleted", one.email());
      return Reply.empty(204);
    }
    if (request.method().equals("PUT")) {
      one.active(!request.json().path("suspended").asBoolean());
      if (one.active()) {
        effects.given("woken", one.email());
      } else {
        effects.taken("suspended", one.email());
      }
    }
    return Reply.json(200, json(one));
  }

  private Reply licensing(Request request) {
    if (!(request.segment(1) + "/" + request.segment(3)).equals(LICENCE)) {
      return error(404, "notFound", "The SKU does not exist");
    }
    if (request.segment(4).equals("users")) {
      return page(
          request,
          "items",
          people.all().stream().filter(Person::seat).map(GoogleWorkspace::licence).toList());
    }
    if (request.method().equals("POST")) {
      Optional<Person> person = people.byEmail(request.json().path("userId").asText());
      person.ifPresent(one -> one.seat(true));
      person.ifPresent(one -> effects.given("licensed", one.email()));
      return Reply.json(200, Reply.object());
    }
    Optional<Person> person = find(request.segment(5)).filter(Person::seat);
    if (person.isEmpty()) {
      return error(404, "notFound", "User does not have a license for specified sku and product");
    }
    if (request.method().equals("DELETE")) {
      person.get().seat(false);
      effects.taken("unlicensed", person.get().email());
      return Reply.json(200, Reply.object());
    }
    return Reply.json(200, licence(person.get()));
  }

  /** A transfer is in progress when it is first looked at, and completed the next time. */
  private Reply transfer(Request request) {
    if (request.is("GET", "applications")) {
      ObjectNode body = Reply.object();
      body.putArray("applications")
          .addObject()
          .put("id", "55656082996")
          .put("name", "Drive and Docs");
      return Reply.json(200, body);
    }
    if (request.method().equals("POST")) {
      String owner = request.json().path("oldOwnerUserId").asText();
      transfers.put(owner, 0);
      people.byId(owner).ifPresent(one -> effects.taken("files-moved", one.email()));
      return Reply.json(200, Reply.object().put("id", "transfer-" + owner));
    }
    String owner = request.param("oldOwnerUserId").orElse("");
    ObjectNode body = Reply.object();
    ArrayNode found = body.putArray("dataTransfers");
    if (transfers.containsKey(owner)) {
      int looks = transfers.merge(owner, 1, Integer::sum);
      found
          .addObject()
          .put("id", "transfer-" + owner)
          .put("newOwnerUserId", keeper.id())
          .put("overallTransferStatusCode", looks < 2 ? "inProgress" : "completed");
    }
    return Reply.json(200, body);
  }

  private Reply logins() {
    ObjectNode body = Reply.object();
    ArrayNode items = body.putArray("items");
    people.all().stream()
        .filter(one -> one.lastUse().isPresent())
        .forEach(
            one -> {
              ObjectNode item = items.addObject();
              item.putObject("id")
                  .put(
                      "time",
                      one.lastUse().orElseThrow().truncatedTo(ChronoUnit.MILLIS).toString());
              item.putObject("actor").put("email", one.email()).put("profileId", one.id());
            });
    return Reply.json(200, body);
  }

  private Optional<Person> find(String label) {
    return people.byId(label).or(() -> people.byEmail(label));
  }

  private static ObjectNode licence(Person person) {
    return Reply.object()
        .put("userId", person.email())
        .put("productId", "Google-Apps")
        .put("skuId", "1010020028");
  }

  private ObjectNode json(Person person) {
    ObjectNode json = Reply.object().put("id", person.id()).put("primaryEmail", person.email());
    json.putObject("name").put("fullName", person.name());
    json.put("suspended", !person.active()).put("isAdmin", person.administrator());
    return json.put("isDelegatedAdmin", false).put("archived", false);
  }

  private static Reply page(Request request, String key, List<ObjectNode> all) {
    int from = Math.min(request.number("pageToken", 0), all.size());
    int to = Math.min(from + PAGE, all.size());
    ObjectNode body = Reply.object();
    ArrayNode items = body.putArray(key);
    all.subList(from, to).forEach(items::add);
    if (to < all.size()) {
      body.put("nextPageToken", "" + to);
    }
    return Reply.json(200, body);
  }

  private static Reply error(int status, String reason, String message) {
    ObjectNode body = Reply.object();
    ObjectNode error = body.putObject("error").put("code", status).put("message", message);
    error.putArray("errors").addObject().put("reason", reason).put("message", message);
    return Reply.json(status, body);
  }
}
