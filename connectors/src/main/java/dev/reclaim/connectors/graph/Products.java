package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.SubscribedSkuCollectionResponse;
import java.util.Optional;
import java.util.UUID;

/** Reads what the tenant bought; assigning needs ids, people know part numbers. */
final class Products {

  private static final Attempt READ =
      Attempt.toRead("the tenant's products", Permissions.READ_SKUS);

  private final Graph graph;

  Products(Graph graph) {
    this.graph = graph;
  }

  Optional<Product> named(String name) throws GraphRefused {
    return new Pages<>(
            client ->
                client
                    .subscribedSkus()
                    .get(
                        ask ->
                            ask.queryParameters.select =
                                new String[] {
                                  "skuId", "skuPartNumber", "consumedUnits", "prepaidUnits"
                                }),
            (client, link) -> client.subscribedSkus().withUrl(link).get(),
            SubscribedSkuCollectionResponse::getValue)
        .all(graph, READ).stream()
            .map(Product::of)
            .filter(product -> product.goesBy(name))
            .findFirst();
  }

  Optional<Product> withId(UUID id) throws GraphRefused {
    return named(id.toString());
  }
}
