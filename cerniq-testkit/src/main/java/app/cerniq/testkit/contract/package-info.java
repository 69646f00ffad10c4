/** What every implementation of a port must do: interfaces of default tests to be implemented by a test class. */
@NullMarked
package app.cerniq.testkit.contract;

import org.jspecify.annotations.NullMarked;
