/** Every storage port, kept in memory: as true as the database, and proven so by the same contracts. */
@NullMarked
package app.cerniq.testkit.memory;

import org.jspecify.annotations.NullMarked;
