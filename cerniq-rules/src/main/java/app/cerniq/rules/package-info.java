/** What is allowed today: the rule packs, and the only code that imports Drools. */
@NullMarked
package app.cerniq.rules;

import org.jspecify.annotations.NullMarked;
