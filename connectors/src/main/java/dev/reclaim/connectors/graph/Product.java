package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.SubscribedSku;
import java.util.UUID;

/**
 * One product that the tenant bought.
 *
 * @param free seats that nobody has
 * @param bought seats that may be used
 */
record Product(UUID id, String partNumber, int free, int bought) {

  static Product of(SubscribedSku sku) {
    int bought =
        sku.getPrepaidUnits() == null || sku.getPrepaidUnits().getEnabled() == null
            ? 0
            : sku.getPrepaidUnits().getEnabled();
    int used = sku.getConsumedUnits() == null ? 0 : sku.getConsumedUnits();
    return new Product(sku.getSkuId(), sku.getSkuPartNumber(), bought - used, bought);
  }

  boolean goesBy(String name) {
    return id.toString().equalsIgnoreCase(name) || name.equalsIgnoreCase(partNumber);
  }

  @Override
  public String toString() {
    return partNumber;
  }
}
