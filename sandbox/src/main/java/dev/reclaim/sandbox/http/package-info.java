/** What can be seen and steered of the company from outside, as JSON over HTTP. */
package dev.reclaim.sandbox.http;
