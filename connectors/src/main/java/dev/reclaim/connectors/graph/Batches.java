package dev.reclaim.connectors.graph;

import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.content.BatchResponseContent;
import com.microsoft.graph.core.models.BatchRequestStep;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Sends many requests as few; Graph takes twenty in one {@code $batch}. */
final class Batches {

  static final int MOST = 20;

  private final Graph graph;
  private final GraphServiceClient client;

  Batches(Graph graph, GraphServiceClient client) {
    this.graph = graph;
    this.client = client;
  }

  /** The answers in the order of the parts. A part without an answer is in doubt. */
  List<Part.Answer> send(Attempt attempt, List<Part> parts) throws GraphRefused {
    List<Part.Answer> answers = new ArrayList<>();
    for (int from = 0; from < parts.size(); from += MOST) {
      answers.addAll(sendOne(attempt, parts.subList(from, Math.min(from + MOST, parts.size()))));
    }
    return answers;
  }

  private List<Part.Answer> sendOne(Attempt attempt, List<Part> parts) throws GraphRefused {
    BatchResponseContent responses =
        graph.ask(
            attempt,
            graph -> {
              try {
                return graph.getBatchRequestBuilder().post(content(parts), new HashMap<>());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    List<Part.Answer> answers = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      answers.add(answer(parts.get(i), responses.getResponseById(Integer.toString(i))));
    }
    return answers;
  }

  private BatchRequestContent content(List<Part> parts) throws IOException {
    BatchRequestContent content = new BatchRequestContent(client);
    for (int i = 0; i < parts.size(); i++) {
      Request request = request(parts.get(i).request().apply(client));
      if (!content.addBatchRequestStep(new BatchRequestStep(Integer.toString(i), request))) {
        throw new IOException("the batch takes no more parts");
      }
    }
    return content;
  }

  /** Built here, since the SDK would sign each part and so write the token into the body. */
  private static Request request(RequestInformation information) throws IOException {
    try {
      URI uri = information.getUri();
      String method = information.httpMethod.name();
      Deletions.mustBePermitted(method, uri.getRawPath());
      RequestBody body =
          information.content == null
              ? null
              : RequestBody.create(
                  information.content.readAllBytes(), MediaType.get("application/json"));
      Request.Builder request =
          new Request.Builder().url(uri.toString().replace("%24", "$")).method(method, body);
      if (body != null) {
        request.header("Content-Type", "application/json");
      }
      return request.build();
    } catch (URISyntaxException e) {
      throw new IOException("no address", e);
    }
  }

  private Part.Answer answer(Part part, Response response) {
    if (response == null) {
      return new Part.Answer.NotDone(
          new Answered(504, "", "", RetryAfter.UNKNOWN).refused(part.attempt()));
    }
    String body = textOf(response.body());
    if (response.isSuccessful()) {
      return new Part.Answer.Done(body);
    }
    Duration after = RetryAfter.read(response.header("Retry-After"));
    if (response.code() == 429) {
      graph.note(after);
    }
    ErrorBody error = ErrorBody.read(body);
    return new Part.Answer.NotDone(
        new Answered(response.code(), error.code(), error.message(), after)
            .refused(part.attempt()));
  }

  private static String textOf(ResponseBody body) {
    try {
      return body == null ? "" : body.string();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
