/** Language models and customers that do what they should not, and what checks that nothing came of it. */
@NullMarked
package app.cerniq.testkit.conversation;

import org.jspecify.annotations.NullMarked;
