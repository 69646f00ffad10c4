package app.cerniq.benchmarks.transitions;

/** How many transitions were made, and how many that is a second. */
record Speed(long moved, double perSecond) {}
