/** What tasks for people need from the world. */
@NullMarked
package app.cerniq.ports.approval;

import org.jspecify.annotations.NullMarked;
