/** Many sellers on few goods, with clocks that disagree and connections that die: does anything get sold twice? */
@NullMarked
package app.cerniq.testkit.simulation;

import org.jspecify.annotations.NullMarked;
