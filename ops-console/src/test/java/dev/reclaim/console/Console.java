package dev.reclaim.console;

import static io.restassured.RestAssured.given;

import dev.reclaim.events.Event;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The console as an operator sees it, and the topics as the other services use them. */
public final class Console {

  private static final TopicView TOPICS = new TopicView();

  private Console() {}

  public static void tell(Event event) {
    TOPICS.send("test", event);
  }

  public static void tell(Walk walk) {
    for (int i = 0; i < walk.events().size(); i++) {
      tell(walk, i);
    }
  }

  /** Tells one event of a walk; its id is the same each time. */
  public static void tell(Walk walk, int index) {
    Instant time = walk.timeOf(index);
    TOPICS.send(walk.id().value() + "-" + index, "test", time, walk.events().get(index));
  }

  public static Response get(String login, String path) {
    return given()
        .auth()
        .preemptive()
        .basic(login, RealInfrastructure.PASSWORD)
        .header("Accept", "text/html")
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .get(path);
  }

  public static Document page(String path) {
    Response response = get("operator", path);
    return Jsoup.parse(response.asString());
  }

  public static Document awaitPage(String path, Predicate<Document> shows) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> page(path), shows);
  }

  public static Document awaitDetail(Walk walk, int entries) {
    return awaitPage(
        "/candidates/" + walk.id(),
        page -> page.select("ol.timeline > li:not(.ahead)").size() == entries);
  }
}
