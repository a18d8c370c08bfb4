/** The numbers: each bench is one class, listed in {@link dev.reclaim.bench.Benches}. */
package dev.reclaim.bench;
