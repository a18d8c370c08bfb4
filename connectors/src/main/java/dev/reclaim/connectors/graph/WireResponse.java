package dev.reclaim.connectors.graph;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;
import okhttp3.ResponseBody;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer of the token endpoint, read to its end. */
final class WireResponse extends HttpResponse {

  private final int status;
  private final HttpHeaders headers = new HttpHeaders();
  private final byte[] body;

  WireResponse(HttpRequest request, Response response) throws IOException {
    super(request);
    try (response) {
      this.status = response.code();
      response
          .headers()
          .toMultimap()
          .forEach((name, values) -> headers.set(HttpHeaderName.fromString(name), values));
      ResponseBody read = response.body();
      this.body = read == null ? new byte[0] : read.bytes();
    }
  }

  @Override
  public int getStatusCode() {
    return status;
  }

  @Override
  @Deprecated
  public String getHeaderValue(String name) {
    return headers.getValue(HttpHeaderName.fromString(name));
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public Flux<ByteBuffer> getBody() {
    return Flux.just(ByteBuffer.wrap(body));
  }

  @Override
  public Mono<byte[]> getBodyAsByteArray() {
    return Mono.just(body);
  }

  @Override
  public Mono<String> getBodyAsString() {
    return getBodyAsString(StandardCharsets.UTF_8);
  }

  @Override
  public Mono<String> getBodyAsString(Charset charset) {
    return Mono.just(new String(body, charset));
  }
}
