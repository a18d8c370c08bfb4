package dev.reclaim.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;

/** What goes back to the caller. */
record Answer(int status, String type, JsonNode body) {

  static Answer ok(JsonNode body) {
    return new Answer(200, "application/json", body);
  }

  static Answer problem(int status, String detail) {
    return new Answer(
        status,
        "application/problem+json",
        Json.object().put("status", status).put("detail", detail));
  }
}
