package app.cerniq.simulator.world;

/**
 * Somebody who acts in a simulation: a customer, a model, an operator. Keeps nothing between two turns but what stands in
 * the {@link World}, so that a seed can be shortened by leaving turns out.
 */
public interface Participant {

    /** What the trace calls it; one or two words. */
    String name();

    /** How often it is its turn, measured against the others; 1 or more. */
    int weight();

    /** Acts once. Whatever it throws but the failures of ports ends the simulation as a fault of the engine. */
    void act(Turn turn);
}
