/** The rules of tasks for people. */
@NullMarked
package app.cerniq.rules.approval;

import org.jspecify.annotations.NullMarked;
