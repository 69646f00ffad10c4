/** The deal: one negotiation with one lead, from discovery to paid or dead. */
@NullMarked
package app.cerniq.domain.negotiation;

import org.jspecify.annotations.NullMarked;
