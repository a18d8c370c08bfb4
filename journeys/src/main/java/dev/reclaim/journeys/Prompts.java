package dev.reclaim.journeys;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers a question on its page, as a browser without scripts does. */
final class Prompts {

  /** What a browser sends without anybody typing: hidden fields, and boxes that are ticked. */
  private static final Pattern FILLED_IN =
      Pattern.compile(
          "<input[^>]*(?:type=\"hidden\"|\\schecked\\b)[^>]*>", Pattern.CASE_INSENSITIVE);

  /** One row of a page with several questions. */
  private static final Pattern ROW = Pattern.compile("<input[^>]*name=\"question\"[^>]*>");

  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  private final Http http;

  Prompts(Http http) {
    this.http = http;
  }

  /**
   * Opens the page, types the code, presses the button. Of several questions on the page only the
   * one about this person stays ticked.
   *
   * @param answer {@code Keep} or {@code Release}
   */
  void answer(Mailbox.Question question, Person about, String answer, String comment) {
    Http.Answer page = http.getAsStranger(question.link());
    if (isAnswered(page)) {
      return;
    }
    page.expect(200);
    Map<String, String> form = new LinkedHashMap<>(filledIn(page.body()));
    rowAbout(about, page.body()).ifPresent(row -> form.put("question", row));
    form.put("code", question.code());
    form.put("answer", answer);
    form.put("comment", comment);
    Http.Answer result = post(question.link(), form, cookies(page));
    if (result.status() >= 400 && !isAnswered(result)) {
      throw new StoryFailed("the answer was refused: " + result.status() + " " + result.body());
    }
  }

  /** An earlier try may have arrived before its service was killed, or the person was faster. */
  private static boolean isAnswered(Http.Answer page) {
    return page.status() == 409 || page.status() == 410;
  }

  private Http.Answer post(URI link, Map<String, String> form, String cookies) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return http.send(
        HttpRequest.newBuilder(link)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .header("Cookie", cookies)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String cookies(Http.Answer page) {
    return page.whole().headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .collect(Collectors.joining("; "));
  }

  private static Optional<String> rowAbout(Person person, String html) {
    return ROW.matcher(html)
        .results()
        .map(MatchResult::group)
        .filter(row -> row.contains(person.name()))
        .map(VALUE::matcher)
        .filter(Matcher::find)
        .map(value -> value.group(1))
        .findFirst();
  }

  private static Map<String, String> filledIn(String html) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = FILLED_IN.matcher(html);
    while (input.find()) {
      Matcher name = NAME.matcher(input.group());
      Matcher value = VALUE.matcher(input.group());
      if (name.find() && value.find()) {
        fields.put(name.group(1), value.group(1));
      }
    }
    return fields;
  }
}
