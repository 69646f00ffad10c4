/** What the catalogue of a tenant offers. */
@NullMarked
package app.cerniq.ports.catalog;

import org.jspecify.annotations.NullMarked;
