package app.cerniq.simulator.world;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.ports.runtime.ConsumerName;

/** An event that a consumer took. */
public record Delivered(ConsumerName consumer, Envelope envelope) {}
