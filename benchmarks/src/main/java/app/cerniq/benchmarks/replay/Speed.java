package app.cerniq.benchmarks.replay;

/** How many commands were committed, and how many that is a second. */
public record Speed(long commands, double perSecond) {}
