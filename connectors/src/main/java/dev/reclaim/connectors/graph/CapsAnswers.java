package dev.reclaim.connectors.graph;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/** Reads an answer to its end, and gives up on one that is larger than any page of Graph is. */
final class CapsAnswers implements Interceptor {

  /** Bytes, after unpacking. */
  static final long LARGEST = 16L * 1024 * 1024;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    if (body == null) {
      return response;
    }
    Buffer read = new Buffer();
    try (BufferedSource source = body.source()) {
      while (source.read(read, 64 * 1024) >= 0) {
        if (read.size() > LARGEST) {
          throw new IOException("the answer is too large");
        }
      }
    }
    return response
        .newBuilder()
        .body(ResponseBody.create(read.readByteArray(), body.contentType()))
        .build();
  }
}
