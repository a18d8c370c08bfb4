package dev.reclaim.sandbox.graph;

/**
 * One product that the tenant bought.
 *
 * @param seats how many
 */
public record Sku(String id, String partNumber, int seats) {}
