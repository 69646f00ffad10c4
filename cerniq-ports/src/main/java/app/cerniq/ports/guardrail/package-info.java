/** What has to be asked before a text leaves. */
@NullMarked
package app.cerniq.ports.guardrail;

import org.jspecify.annotations.NullMarked;
