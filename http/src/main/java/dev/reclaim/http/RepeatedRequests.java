package dev.reclaim.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reclaim.http.RemembersAnswers.Answer;
import dev.reclaim.http.RemembersAnswers.Known;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers a repeated request as the first time, without doing anything. A request is the same when
 * the same caller sends the same {@code Idempotency-Key}; sent with something else, the key is
 * refused. Whoever repeats while the first one is still at work waits for its answer.
 *
 * <p>What failed on our side is not remembered, so that it can be tried again.
 */
@Provider
@Priority(Priorities.USER)
public class RepeatedRequests implements ContainerRequestFilter, ContainerResponseFilter {

  public static final String HEADER = "Idempotency-Key";

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String MINE = RepeatedRequests.class.getName();
  private static final int LONGEST_KEY = 200;
  private static final long WAIT_SECONDS = 30;

  private final Instance<RemembersAnswers> remembers;
  private final Instance<InstantSource> clock;
  private final ObjectMapper json;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  RepeatedRequests(
      Instance<RemembersAnswers> remembers, Instance<InstantSource> clock, ObjectMapper json) {
    this.remembers = remembers;
    this.clock = clock;
    this.json = json;
  }

  /** A request that is being answered in this process. */
  private record Turn(String key, String request, CompletableFuture<Answer> answer) {}

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    String given = context.getHeaderString(HEADER);
    if (given == null || HARMLESS.contains(context.getMethod()) || !remembers.isResolvable()) {
      return;
    }
    if (given.isBlank() || given.length() > LONGEST_KEY) {
      throw Problems.badField(HEADER, "is blank or longer than " + LONGEST_KEY + " characters");
    }
    Turn mine = turn(context, given);
    Turn first = turns.putIfAbsent(mine.key(), mine);
    if (first != null) {
      mustBeTheSame(first.request(), mine);
      context.abortWith(response(await(first)));
      return;
    }
    begin(context, mine);
  }

  private void begin(ContainerRequestContext context, Turn mine) {
    boolean ours = false;
    try {
      switch (remembers.get().begin(mine.key(), mine.request(), clock.get().instant())) {
        case Known.New() -> {
          context.setProperty(MINE, mine);
          ours = true;
        }
        case Known.Answered(String request, Answer answer) -> {
          mustBeTheSame(request, mine);
          mine.answer().complete(answer);
          context.abortWith(response(answer));
        }
        case Known.UnderWay(String request) -> {
          mustBeTheSame(request, mine);
          throw stillAtWork();
        }
      }
    } finally {
      if (!ours) {
        turns.remove(mine.key(), mine);
        mine.answer().cancel(false);
      }
    }
  }

  private static RuntimeException stillAtWork() {
    return Problems.unavailable("the first request with this " + HEADER + " is still at work", 1);
  }

  /** 422, for which the platform has no name. */
  private record Unprocessable() implements Response.StatusType {

    @Override
    public int getStatusCode() {
      return 422;
    }

    @Override
    public Response.Status.Family getFamily() {
      return Response.Status.Family.CLIENT_ERROR;
    }

    @Override
    public String getReasonPhrase() {
      return "Unprocessable Content";
    }
  }

  /** An empty text says that nothing is known of the first one. */
  private static void mustBeTheSame(String request, Turn mine) {
    if (!request.isEmpty() && !request.equals(mine.request())) {
      throw Problems.problem(
          "key-used-before",
          "This key is taken",
          new Unprocessable(),
          HEADER + ": was sent with a different request before",
          Map.of("field", HEADER));
    }
  }

  private static Answer await(Turn first) {
    try {
      return first.answer().get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stillAtWork();
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      throw stillAtWork();
    }
  }

  private static Response response(Answer answer) {
    Response.ResponseBuilder response = Response.status(answer.status());
    return answer.mediaType() == null || answer.mediaType().isEmpty()
        ? response.build()
        : response.entity(answer.body()).type(answer.mediaType()).build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(MINE) instanceof Turn mine)) {
      return;
    }
    request.removeProperty(MINE);
    try {
      if (response.getStatus() >= 500) {
        remembers.get().forget(mine.key());
        mine.answer().cancel(false);
      } else {
        Answer answer = answer(response);
        remembers.get().answer(mine.key(), answer);
        mine.answer().complete(answer);
      }
    } finally {
      mine.answer().cancel(false);
      turns.remove(mine.key(), mine);
    }
  }

  /** The body is written here, so that all get the same bytes. */
  private Answer answer(ContainerResponseContext response) {
    if (!response.hasEntity()) {
      return new Answer(response.getStatus(), "", "");
    }
    MediaType type =
        response.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : response.getMediaType();
    String body = text(response.getEntity());
    response.setEntity(body, response.getEntityAnnotations(), type);
    return new Answer(response.getStatus(), type.toString(), body);
  }

  private String text(Object entity) {
    try {
      return entity instanceof String text ? text : json.writeValueAsString(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
  }

  private static Turn turn(ContainerRequestContext context, String given) throws IOException {
    byte[] body = context.getEntityStream().readAllBytes();
    context.setEntityStream(new ByteArrayInputStream(body));
    Principal caller = context.getSecurityContext().getUserPrincipal();
    return new Turn(
        hash(
            ((caller == null ? "" : caller.getName()) + "\n" + given)
                .getBytes(StandardCharsets.UTF_8)),
        "%s %s %s"
            .formatted(
                context.getMethod(), context.getUriInfo().getRequestUri().getRawPath(), hash(body)),
        new CompletableFuture<>());
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
