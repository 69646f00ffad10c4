/** The machinery under every policy: loading a pack, keeping its sessions, collecting what the rules report. */
@NullMarked
package app.cerniq.rules.engine;

import org.jspecify.annotations.NullMarked;
