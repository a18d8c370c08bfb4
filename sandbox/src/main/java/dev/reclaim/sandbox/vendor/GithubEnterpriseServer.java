package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GitHub Enterprise Server: a list that does not show who is suspended, a search that finds what is
 * similar, and refusals that 403 says as well as "too fast".
 */
public final class GithubEnterpriseServer implements PlayedVendor {

  private static final int PAGE = 3;
  private static final int SEATS = 500;

  private final People people =
      new People("", People.Kind.accounts()).inUsageAs(GithubEnterpriseServer::login);
  private final Effects effects = new Effects();
  private final Counter writes = new Counter(300, Duration.ofSeconds(60));

  @Override
  public String name() {
    return "github-enterprise-server";
  }

  @Override
  public List<Map<String, String>> settings() {
    return List.of(
        Map.of("host", "github.example.com", "token", "ghp-site-admin", "enterprise", "github"));
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
  public Reply answer(Request request) {
    String token = request.header("authorization").orElse("");
    boolean all = token.equals("Bearer ghp-site-admin");
    if (!all && !token.equals("Bearer ghp-may-read")) {
      return Github.error(401, "Bad credentials");
    }
    if (isChange(request) && !writes.pass()) {
      return throttled();
    }
    return answer(request, all)
        .with("x-oauth-scopes", all ? "site_admin, user, read:audit_log" : "user");
  }

  private Reply answer(Request request, boolean all) {
    if (request.is("GET", "user")) {
      return Reply.json(
          200, Reply.object().put("login", all ? "reclaim" : "reader").put("site_admin", all));
    }
    if (request.is("GET", "enterprise/settings/license")) {
      long used = people.all().stream().filter(Person::active).count();
      return all
          ? Reply.json(200, Reply.object().put("seats", SEATS).put("seats_used", used))
          : Github.error(404, "Not Found");
    }
    if (request.is("GET", "enterprises/github/audit-log")) {
      return Reply.json(
          200,
          Github.array(
              people.all().stream()
                  .filter(one -> one.lastUse().isPresent())
                  .map(GithubEnterpriseServer::event)
                  .toList()));
    }
    if (request.is("GET", "search/users")) {
      return search(request.param("q").orElse(""));
    }
    if (request.is("GET", "users")) {
      return list(request);
    }
    Optional<Person> person =
        request.segment(0).equals("user")
            ? people.byId(request.segment(1))
            : byLogin(request.segment(1));
    if (person.isEmpty()) {
      return Github.error(404, "Not Found");
    }
    return isChange(request)
        ? suspend(person.get(), request.method().equals("PUT"), all)
        : Reply.json(200, user(person.get()));
  }

  /** Finds addresses that have the words in them. */
  private Reply search(String query) {
    String words = query.split(" ", 2)[0];
    List<ObjectNode> found =
        people.all().stream()
            .filter(one -> one.email().contains(words))
            .map(GithubEnterpriseServer::simple)
            .toList();
    ObjectNode body = Reply.object().put("total_count", found.size());
    body.set("items", Github.array(found));
    return Reply.json(200, body);
  }

  /** Reads on by id, with links. */
  private Reply list(Request request) {
    int since = request.number("since", 0);
    List<Person> rest =
        people.all().stream().filter(one -> Integer.parseInt(one.id()) > since).toList();
    List<Person> page = rest.subList(0, Math.min(PAGE, rest.size()));
    Reply reply =
        Reply.json(200, Github.array(page.stream().map(GithubEnterpriseServer::simple).toList()));
    return page.size() == rest.size()
        ? reply
        : reply.with(
            "Link",
            "<http://%s%s/users?per_page=100&since=%s>; rel=\"next\""
                .formatted(request.header("host").orElse(""), request.base(), page.getLast().id()));
  }

  private Reply suspend(Person person, boolean away, boolean all) {
    if (!all) {
      return Github.error(403, "Must have admin rights.");
    }
    if (person.administrator()) {
      return Github.error(403, "Site admins must be demoted first.");
    }
    if (person.active() == away) {
      person.active(!away);
      if (away) {
        effects.taken("suspended", person.email());
      } else {
        effects.given("unsuspended", person.email());
      }
    }
    return Reply.empty(204);
  }

  private static String login(Person person) {
    return person.name().replaceAll("@.*", "");
  }

  private Optional<Person> byLogin(String login) {
    return people.all().stream().filter(one -> login(one).equalsIgnoreCase(login)).findFirst();
  }

  private static ObjectNode simple(Person person) {
    return Reply.object()
        .put("login", login(person))
        .put("id", Integer.parseInt(person.id()))
        .put("type", "User")
        .put("site_admin", person.administrator());
  }

  private static ObjectNode user(Person person) {
    return simple(person)
        .put("email", person.email())
        .put("suspended_at", person.active() ? null : "2026-02-01T10:00:00Z");
  }

  private static ObjectNode event(Person person) {
    return Reply.object()
        .put("action", "git.push")
        .put("actor", login(person))
        .put("@timestamp", person.lastUse().map(Instant::toEpochMilli).orElseThrow());
  }
}
