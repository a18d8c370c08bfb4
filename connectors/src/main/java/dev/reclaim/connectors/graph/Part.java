package dev.reclaim.connectors.graph;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import java.util.function.Function;

/**
 * One request of a batch.
 *
 * @param attempt what it tries
 */
record Part(Attempt attempt, Function<GraphServiceClient, RequestInformation> request) {

  /** How one request of a batch ended; each by its own status. */
  sealed interface Answer {

    /**
     * Well.
     *
     * @param body as sent; empty if there was none
     */
    record Done(String body) implements Answer {}

    record NotDone(GraphRefused why) implements Answer {}
  }
}
