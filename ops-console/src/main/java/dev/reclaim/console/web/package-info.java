/**
 * The pages, for people with a browser. They work without scripts; htmx keeps them fresh and opens
 * the detail beside the list.
 */
package dev.reclaim.console.web;
