package dev.reclaim.connectors.graph;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import reactor.core.publisher.Mono;

/** Lets Azure's sign-in library use the connection's own HTTP client. */
final class SignsInOverWire implements HttpClient {

  private final OkHttpClient wire;

  SignsInOverWire(OkHttpClient wire) {
    this.wire = wire;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return Mono.fromCallable(() -> exchange(request));
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    try {
      return exchange(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse exchange(HttpRequest request) throws IOException {
    Request.Builder builder = new Request.Builder().url(request.getUrl());
    request.getHeaders().forEach(one -> builder.header(one.getName(), one.getValue()));
    builder.method(request.getHttpMethod().toString(), body(request));
    return new WireResponse(request, wire.newCall(builder.build()).execute());
  }

  private static RequestBody body(HttpRequest request) {
    if (request.getHttpMethod() == HttpMethod.GET) {
      return null;
    }
    BinaryData data = request.getBodyAsBinaryData();
    String type = request.getHeaders().getValue(HttpHeaderName.CONTENT_TYPE);
    return RequestBody.create(
        data == null ? new byte[0] : data.toBytes(), type == null ? null : MediaType.parse(type));
  }
}
