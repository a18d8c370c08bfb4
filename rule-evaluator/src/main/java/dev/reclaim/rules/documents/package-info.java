/** Policy as people write it: YAML or JSON, checked against the published schemas. */
package dev.reclaim.rules.documents;
