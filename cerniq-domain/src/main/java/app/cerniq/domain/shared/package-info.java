/** The words every context shares: tenant, actor, money, percentage, quantity and fiscal identifiers. */
@NullMarked
package app.cerniq.domain.shared;

import org.jspecify.annotations.NullMarked;
