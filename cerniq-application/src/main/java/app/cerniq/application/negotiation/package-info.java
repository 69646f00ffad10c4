/** What can be asked of a deal. */
@NullMarked
package app.cerniq.application.negotiation;

import org.jspecify.annotations.NullMarked;
