package dev.reclaim.consent;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A mail scanner that goes too far: it opens every link of a mail in every way that should be
 * harmless, keeps cookies, and submits every form that it finds, with every button. It has no
 * session and types no code.
 */
final class Bot {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");

  final AtomicInteger requests = new AtomicInteger();
  final AtomicInteger submitted = new AtomicInteger();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .cookieHandler(new CookieManager())
          .build();

  void reads(MailServer.Letter mail) throws IOException, InterruptedException {
    Set<String> links = new TreeSet<>();
    LINK.matcher(mail.text() + " " + mail.html()).results().forEach(it -> links.add(it.group()));
    for (String link : links) {
      opens(URI.create(link));
    }
  }

  private void opens(URI link) throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(link).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    send(HttpRequest.newBuilder(link).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    Document page = Jsoup.parse(send(HttpRequest.newBuilder(link).GET()).body(), link.toString());
    for (Element form : page.select("form")) {
      submits(form, link);
    }
    for (Element inner : page.select("a[href]")) {
      send(HttpRequest.newBuilder(URI.create(inner.absUrl("href"))).GET());
    }
  }

  /** Once with each button, and once with none. */
  private void submits(Element form, URI page) throws IOException, InterruptedException {
    List<String> ways = new ArrayList<>(List.of(""));
    form.select("button[name]:not([disabled])")
        .forEach(button -> ways.add(pair(button.attr("name"), button.attr("value"))));
    List<String> fields = new ArrayList<>();
    form.select("input[name], textarea[name]")
        .forEach(field -> fields.add(pair(field.attr("name"), field.attr("value"))));
    URI target = form.hasAttr("action") ? URI.create(form.absUrl("action")) : page;
    for (String way : ways) {
      String body = String.join("&", fields) + "&" + way;
      send(
          HttpRequest.newBuilder(target)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Origin", page.getScheme() + "://" + page.getAuthority())
              .header("Sec-Fetch-Site", "same-origin")
              .POST(HttpRequest.BodyPublishers.ofString(body)));
      submitted.incrementAndGet();
    }
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    requests.incrementAndGet();
    HttpResponse<String> answer =
        http.send(
            request.header("Accept", "text/html,*/*;q=0.8").build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 500) {
      throw new AssertionError(answer.request().uri() + " answered " + answer.statusCode());
    }
    return answer;
  }
}
