/** What can be asked of us: use cases, process managers and the front door. */
@NullMarked
package app.cerniq.application;

import org.jspecify.annotations.NullMarked;
