/** The invoicing office and the tax authority, as the core sees them: every answer says whether it may be repeated. */
@NullMarked
package app.cerniq.ports.fiscal;

import org.jspecify.annotations.NullMarked;
