/** What must hold of the goods, asked through the ports alone. */
@NullMarked
package app.cerniq.testkit.stock;

import org.jspecify.annotations.NullMarked;
