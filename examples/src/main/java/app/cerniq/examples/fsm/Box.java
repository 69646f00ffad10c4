package app.cerniq.examples.fsm;

import app.cerniq.domain.negotiation.NegotiationState;
import java.util.List;

/**
 * Where a state stands in the picture: the road runs down the page, and {@code DEAD} is a wall beside all of it, so that
 * any state reaches it straight.
 */
record Box(int left, int top, int width, int height) {

    /** The states of the road from top to bottom. */
    static final List<NegotiationState> ROAD = List.of(
            NegotiationState.DISCOVERY,
            NegotiationState.PROPOSAL,
            NegotiationState.NEGOTIATION,
            NegotiationState.CLOSING,
            NegotiationState.PROFORMA_SENT,
            NegotiationState.INVOICED,
            NegotiationState.PAID);

    private static final int FIRST = 84;
    private static final int PITCH = 106;
    private static final int HEIGHT = 50;

    static Box of(NegotiationState state) {
        return state == NegotiationState.DEAD
                ? new Box(600, FIRST, 104, (ROAD.size() - 1) * PITCH + HEIGHT)
                : new Box(200, FIRST + ROAD.indexOf(state) * PITCH, 180, HEIGHT);
    }

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    int centre() {
        return left + width / 2;
    }

    int middle() {
        return top + height / 2;
    }
}
