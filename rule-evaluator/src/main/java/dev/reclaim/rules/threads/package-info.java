/** Work that goes on beside other work. */
package dev.reclaim.rules.threads;
