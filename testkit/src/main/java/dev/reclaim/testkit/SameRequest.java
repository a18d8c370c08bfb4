package dev.reclaim.testkit;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Somebody who sends the same request again and again, as after an answer that never came. */
public final class SameRequest {

  private SameRequest() {}

  /** What {@code Authorization} says for one of the logins of {@link RealInfrastructure}. */
  public static String authorization(String login) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(
                (login + ":" + RealInfrastructure.PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends it so many times at once.
   *
   * @return all different answers, each as status and body
   */
  public static Set<String> answers(int times, HttpRequest request)
      throws ExecutionException, InterruptedException {
    Set<String> answers = new HashSet<>();
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      List<Future<HttpResponse<String>>> sent = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        sent.add(together.submit(() -> client.send(request, HttpResponse.BodyHandlers.ofString())));
      }
      for (Future<HttpResponse<String>> one : sent) {
        answers.add(one.get().statusCode() + " " + one.get().body());
      }
    }
    return answers;
  }
}
