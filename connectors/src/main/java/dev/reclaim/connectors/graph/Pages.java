package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.BaseCollectionPaginationCountResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A list that Graph gives in pages.
 *
 * @param first asks for the first page
 * @param next asks for the page behind a link
 * @param value what is on a page
 */
record Pages<P extends BaseCollectionPaginationCountResponse, T>(
    Function<GraphServiceClient, P> first,
    BiFunction<GraphServiceClient, String, P> next,
    Function<P, List<T>> value) {

  /** As many as one page may hold where nothing else is said. */
  static final int LARGE = 999;

  /** Reads to the end, or not at all. */
  List<T> all(Graph graph, Attempt attempt) throws GraphRefused {
    List<T> all = new ArrayList<>();
    P page = graph.ask(attempt, first);
    while (true) {
      List<T> found = value.apply(page);
      if (found != null) {
        all.addAll(found);
      }
      String link = page.getOdataNextLink();
      if (link == null) {
        return all;
      }
      page = graph.ask(attempt, client -> next.apply(client, link));
    }
  }
}
