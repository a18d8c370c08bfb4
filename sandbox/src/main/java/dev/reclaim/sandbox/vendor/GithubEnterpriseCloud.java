package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GitHub Enterprise Cloud: one seat for memberships of many organisations, limits that are answered
 * with 403, and a list of licences that lags behind: who once had a licence stays on it.
 */
public final class GithubEnterpriseCloud implements PlayedVendor {

  private static final List<String> ORGANISATIONS = List.of("octo-apps", "octo-data", "octo-web");

  private final Map<String, Set<String>> memberships = new HashMap<>();
  private final People people =
      new People(
          "gh",
          People.Kind.named("enterprise", "none").changes(2).tie(People.Tie.NEVER_DISABLED),
          this::join);
  private final Effects effects = new Effects();
  private final Counter writes = new Counter(180, Duration.ofSeconds(60));

  private void join(Person person) {
    memberships.put(Github.login(person), new LinkedHashSet<>(List.of("octo-apps", "octo-web")));
  }

  @Override
  public String name() {
    return "github-enterprise-cloud";
  }

  @Override
  public List<Map<String, String>> settings() {
    return List.of(Map.of("enterprise", "acme", "token", "ghp-all-rights"));
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("token", "ghp-may-read");
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
    return Github.throttled();
  }

  @Override
  public Optional<Reply> lastCall(Reply reply) {
    return Optional.of(Github.last(reply));
  }

  @Override
  public boolean isChange(Request request) {
    return !request.method().equals("GET") && !request.at().equals("graphql");
  }

  @Override
  public Reply answer(Request request) {
    String token = request.header("authorization").orElse("");
    boolean all = token.equals("Bearer ghp-all-rights");
    if (!all && !token.equals("Bearer ghp-may-read")) {
      return Github.error(401, "Bad credentials");
    }
    if (isChange(request)) {
      if (!writes.pass()) {
        return throttled();
      }
      if (!all) {
        return Github.error(403, "You must be an admin to remove members.");
      }
    }
    return answer(request, all)
        .with(
            "x-oauth-scopes", Github.scopes(all, "admin:org", "read:enterprise", "read:audit_log"));
  }

  private Reply answer(Request request, boolean all) {
    if (request.is("GET", "user")) {
      return Reply.json(200, Reply.object().put("login", all ? "reclaim" : "reader"));
    }
    return switch (request.segment(0)) {
      case "graphql" -> organisations(request);
      case "enterprises" -> enterprise(request);
      case "users", "user" ->
          byLogin(request.segment(1))
              .map(person -> Reply.json(200, Github.user(person)))
              .orElse(Github.error(404, "Not Found"));
      default -> membership(request);
    };
  }

  private Reply enterprise(Request request) {
    if (!request.segment(1).equals("acme")) {
      return Github.error(404, "Not Found");
    }
    if (request.segment(2).equals("audit-log")) {
      return Reply.json(
          200,
          Github.array(
              people.all().stream()
                  .filter(one -> one.lastUse().isPresent())
                  .map(GithubEnterpriseCloud::event)
                  .toList()));
    }
    ObjectNode body = Reply.object();
    ArrayNode users = body.putArray("users");
    List<Person> licensed = people.all().stream().filter(one -> one.active()).toList();
    Github.page(request, licensed).forEach(one -> users.add(licence(one)));
    return Reply.json(200, body.put("total_seats_consumed", licensed.size()));
  }

  private ObjectNode licence(Person person) {
    ObjectNode json = Reply.object().put("github_com_login", Github.login(person));
    json.put("github_com_name", person.name()).put("license_type", "enterprise");
    json.putArray("github_com_verified_domain_emails").add(person.email());
    json.put("github_com_saml_name_id", person.email());
    ArrayNode roles = json.putArray("github_com_enterprise_roles");
    roles.add(person.administrator() ? "Owner" : "Member");
    ArrayNode members = json.putArray("github_com_member_roles");
    of(Github.login(person)).forEach(name -> members.add(name + ":Member"));
    return json;
  }

  private static ObjectNode event(Person person) {
    return Reply.object()
        .put("action", "git.push")
        .put("actor", Github.login(person))
        .put("@timestamp", person.lastUse().map(Instant::toEpochMilli).orElseThrow());
  }

  /** GraphQL, of which only this one question is understood; pages of two. */
  private static Reply organisations(Request request) {
    if (!request.json().path("variables").path("enterprise").asText().equals("acme")) {
      return Reply.json(
          200,
          Reply.quick(
              "{'data':{'enterprise':null},'errors':[{'type':'NOT_FOUND','message':'Could not"
                  + " resolve'}]}"));
    }
    int from = request.json().path("variables").path("after").asInt(0);
    int to = Math.min(from + 2, ORGANISATIONS.size());
    ObjectNode body = Reply.object();
    ObjectNode page =
        body.putObject("data").putObject("enterprise").put("id", "E_1").putObject("organizations");
    ArrayNode nodes = page.putArray("nodes");
    ORGANISATIONS.subList(from, to).forEach(name -> nodes.addObject().put("login", name));
    page.putObject("pageInfo")
        .put("endCursor", "" + to)
        .put("hasNextPage", to < ORGANISATIONS.size());
    return Reply.json(200, body);
  }

  private Reply membership(Request request) {
    String organisation = request.segment(1);
    if (!ORGANISATIONS.contains(organisation)) {
      return Github.error(404, "Not Found");
    }
    if (request.is("POST", "orgs/*/invitations")) {
      return invite(organisation, request.json().path("invitee_id").asInt());
    }
    Optional<Person> person = byLogin(request.segment(3));
    if (person.isEmpty() || !of(request.segment(3)).contains(organisation)) {
      return Github.error(404, "Not Found");
    }
    if (request.method().equals("DELETE")) {
      of(request.segment(3)).remove(organisation);
      person.get().seat(!of(request.segment(3)).isEmpty());
      effects.taken("removed-from-" + organisation, person.get().email());
      return Reply.empty(204);
    }
    ObjectNode json = Reply.object().put("state", "active").put("role", "member");
    json.putObject("organization").put("login", organisation);
    return Reply.json(200, json);
  }

  /** Here an invitation is accepted at once. */
  private Reply invite(String organisation, int id) {
    Optional<Person> person = people.byId("gh" + id);
    if (person.isEmpty()) {
      return Github.error(404, "Not Found");
    }
    of(Github.login(person.get())).add(organisation);
    person.get().seat(true);
    effects.given("invited-to-" + organisation, person.get().email());
    return Reply.json(201, Reply.object().put("id", id));
  }

  private Set<String> of(String login) {
    return memberships.computeIfAbsent(login, _ -> new LinkedHashSet<>());
  }

  private Optional<Person> byLogin(String login) {
    return people.all().stream()
        .filter(one -> Github.login(one).equals(login) || Github.login(one).equals("gh" + login))
        .findFirst();
  }
}
