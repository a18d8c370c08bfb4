/**
 * Connectors that are files. {@link dev.reclaim.connectors.declarative.VendorFile} is what a file
 * says, {@link dev.reclaim.connectors.declarative.Runs} carries out what it lists, {@link
 * dev.reclaim.connectors.declarative.FileConnector} offers it as capabilities. The language is
 * described in {@code connectors/catalog/README.md}.
 */
package dev.reclaim.connectors.declarative;
