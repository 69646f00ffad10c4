/** What every use case shares. */
@NullMarked
package app.cerniq.application.shared;

import org.jspecify.annotations.NullMarked;
