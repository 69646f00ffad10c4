package app.cerniq.examples.stock;

import app.cerniq.domain.shared.Refusal;

/** A line of a file that the warehouse refuses, and where it stands. */
record BadLine(String file, long line, Refusal because) implements Refusal {

    @Override
    public String code() {
        return because.code();
    }

    @Override
    public String sentence() {
        return file + ", line " + line + ": " + because.sentence();
    }

    @Override
    public String given() {
        return because.given();
    }

    @Override
    public String accepted() {
        return because.accepted();
    }
}
