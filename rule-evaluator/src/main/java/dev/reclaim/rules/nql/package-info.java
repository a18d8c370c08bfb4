/**
 * Queries of Nexthink's query language (NQL), as far as its License reclamation pack documents
 * them, turned into policy. Syntax: docs.nexthink.com, "NQL syntax overview", "NQL data types",
 * "NQL comparison operators".
 */
package dev.reclaim.rules.nql;
