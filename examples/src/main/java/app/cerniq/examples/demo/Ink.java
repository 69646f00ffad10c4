package app.cerniq.examples.demo;

import app.cerniq.domain.negotiation.NegotiationState;

/** Colour for terminals that have it. */
record Ink(boolean colour) {

    String bold(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    String goods(String text) {
        return paint("34", text);
    }

    String bad(String text) {
        return paint("31", text);
    }

    /** A state in its own colour, padded to one width. */
    String state(NegotiationState state) {
        var code = switch (state) {
            case DISCOVERY, PROPOSAL -> "36";
            case NEGOTIATION, CLOSING -> "33";
            case PROFORMA_SENT, INVOICED -> "35";
            case PAID -> "1;32";
            case DEAD -> "31";
        };
        return paint(code, String.format("%-13s", state));
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
